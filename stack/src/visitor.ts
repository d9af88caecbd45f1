import { type Agent, request } from 'node:https';
import { agentFor } from './https-agent.js';
import type { StackPlace } from './stack.js';

export interface VisitorCall {
  readonly method: string;
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface VisitorAnswer {
  readonly status: number;
  readonly text: string;
}

/** A call that was never answered, on a connection that had been used before. */
class ConnectionWentAway extends Error {}

/**
 * One client with an address and a kept connection of its own. As browsers do, it sends a call again when the connection that it had kept was
 * closed before anything was answered (RFC 9112, 9.3.1): the other side had closed it without knowing of the call.
 */
export class Visitor {
  sentAgain = 0;
  private readonly agent: Agent;

  constructor(
    private readonly place: StackPlace,
    rootCertificate: string,
    private readonly address: string,
  ) {
    this.agent = agentFor(rootCertificate, 1);
  }

  /** @throws Error when there is no answer. */
  async call(call: VisitorCall): Promise<VisitorAnswer> {
    try {
      return await this.send(call);
    } catch (error) {
      if (!(error instanceof ConnectionWentAway)) throw error;
      this.sentAgain += 1;
      return this.send(call);
    }
  }

  leave(): void {
    this.agent.destroy();
  }

  private send({ method, path, headers = {}, body }: VisitorCall): Promise<VisitorAnswer> {
    const { domain, httpsPort } = this.place;
    return new Promise((resolve, reject) => {
      const sent = request(
        {
          method,
          path,
          host: domain,
          port: httpsPort,
          agent: this.agent,
          headers: { ...headers, 'x-forwarded-for': this.address },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (part: string) => (text += part));
          response.on('error', reject);
          response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
        },
      );
      sent.on('error', (error) =>
        reject(sent.reusedSocket ? new ConnectionWentAway(error.message, { cause: error }) : error),
      );
      sent.end(body);
    });
  }
}

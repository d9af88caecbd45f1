import { type Agent, request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { agentFor } from './https-agent.js';
import type { StackPlace } from './stack.js';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
  readonly text: string;
}

export interface CallOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

export interface Call extends CallOptions {
  readonly method: string;
  readonly path: string;
}

export interface ClientOptions {
  /** From where it comes, as a proxy would say that is believed (`trustThisMachine`). */
  readonly address?: string;
  /** How many it keeps. */
  readonly connections?: number;
}

/** A call that was never answered, on a connection that had been used before. */
class ConnectionWentAway extends Error {}

/**
 * Speaks HTTPS with the stack as a browser elsewhere does: by its name, believing only what leads to `rootCertificate`. As browsers do, it sends
 * a call again when the connection that it had kept was closed before anything was answered (RFC 9112, 9.3.1): the other side had closed it
 * without knowing of the call.
 */
export class HttpsClient {
  sentAgain = 0;
  private readonly agent: Agent;
  private readonly ownHeaders: Readonly<Record<string, string>>;

  constructor(
    private readonly place: StackPlace,
    rootCertificate: string,
    { address, connections = 32 }: ClientOptions = {},
  ) {
    this.agent = agentFor(rootCertificate, connections);
    this.ownHeaders = address === undefined ? {} : { 'x-forwarded-for': address };
  }

  /** @throws Error when there is no answer, or no certificate that can be believed. */
  async call(method: string, path: string, options: CallOptions = {}): Promise<Answer> {
    const call = { method, path, ...options };
    try {
      return await this.send(call);
    } catch (error) {
      if (!(error instanceof ConnectionWentAway)) throw error;
      this.sentAgain += 1;
      return this.send(call);
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private send({ method, path, headers = {}, body }: Call): Promise<Answer> {
    const { domain, httpsPort } = this.place;
    const json = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    return new Promise((resolve, reject) => {
      const options = {
        method,
        path,
        host: domain,
        port: httpsPort,
        agent: this.agent,
        headers: { ...this.ownHeaders, ...json, ...headers },
      };
      const sent = request(options, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const whole = Buffer.concat(chunks);
          const { statusCode = 0, headers: received } = response;
          resolve({ status: statusCode, headers: received, body: whole, text: whole.toString('utf8') });
        });
      });
      sent.on('error', (error) =>
        reject(sent.reusedSocket ? new ConnectionWentAway(error.message, { cause: error }) : error),
      );
      sent.end(body);
    });
  }
}

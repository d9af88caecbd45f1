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

/** Speaks HTTPS with the stack as a browser elsewhere does: by its name, believing only what leads to `rootCertificate`. */
export class HttpsClient {
  private readonly agent: Agent;

  constructor(
    private readonly place: StackPlace,
    rootCertificate: string,
  ) {
    this.agent = agentFor(rootCertificate, 32);
  }

  /** @throws Error when there is no answer, or no certificate that can be believed. */
  call(method: string, path: string, { headers = {}, body }: CallOptions = {}): Promise<Answer> {
    const { domain, httpsPort } = this.place;
    const json = typeof body === 'string' ? { 'content-type': 'application/json' } : {};
    return new Promise((resolve, reject) => {
      const options = {
        method,
        path,
        host: domain,
        port: httpsPort,
        agent: this.agent,
        headers: { ...json, ...headers },
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
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

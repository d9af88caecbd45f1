import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { type ReceivedSpan, spansOf } from './otlp-spans.js';

/** Something that takes traces, as a collector does. */
export interface OtlpReceiver {
  readonly url: string;
  /** All bytes that came, with their headers: whatever is not to leave the house must not be in them. */
  readonly received: { readonly headers: IncomingMessage['headers']; readonly body: Buffer }[];
  /** What it answers from now on; `silence`: nothing, and the sender waits. */
  answer: 200 | 500 | 'silence';
  readonly spans: readonly ReceivedSpan[];
  /** Answers those whom it let wait. */
  answerLate(): void;
  stop(): Promise<void>;
}

export async function startOtlpReceiver(): Promise<OtlpReceiver> {
  const received: OtlpReceiver['received'] = [];
  const spans: ReceivedSpan[] = [];
  const unanswered: ServerResponse[] = [];
  const receiver = { answer: 200 as OtlpReceiver['answer'] };
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      received.push({ headers: request.headers, body });
      if (receiver.answer === 'silence') {
        unanswered.push(response);
        return;
      }
      if (receiver.answer === 200 && request.url === '/v1/traces') spans.push(...spansOf(body));
      response.writeHead(request.url === '/v1/traces' ? receiver.answer : 404).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return Object.assign(receiver, {
    url: `http://127.0.0.1:${port}`,
    received,
    spans,
    answerLate: () => {
      for (const response of unanswered.splice(0)) response.writeHead(200).end();
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

import type { Redis } from 'ioredis';
import { currentSpan } from '../request-context/request-context.js';
import { errorType, type Tracer } from './tracer.js';

/** A span for every Redis command of a request or job, by its name alone. */
export function traceCommands(redis: Redis, tracer: Tracer): void {
  if (!tracer.isOn) return;
  const send = redis.sendCommand.bind(redis);
  redis.sendCommand = (command, stream) => {
    if (currentSpan() === undefined) return send(command, stream);
    const name = command.name.toUpperCase();
    const attributes = { 'db.system.name': 'redis', 'db.operation.name': name };
    const span = tracer.beginPart({ name, kind: 'client', attributes });
    const answer = send(command, stream) as Promise<unknown>;
    if (span === undefined) return answer;
    answer.then(
      () => span.end(),
      (error: unknown) => {
        span.fail(errorType(error));
        span.end();
      },
    );
    return answer;
  };
}

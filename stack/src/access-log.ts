import { run } from './run.js';
import { until } from './until.js';

export interface LoggedRequest {
  readonly time: string;
  readonly requestId: string;
  readonly address: string;
  readonly method: string;
  readonly host: string;
  readonly uri: string;
  readonly protocol: string;
  readonly status: number;
  readonly bytes: number;
  readonly seconds: number;
  readonly upstream: string;
  readonly upstreamStatus: string;
  readonly upstreamSeconds: string;
  readonly cache: string;
  readonly limited: string;
  readonly tls: string;
  readonly userAgent: string;
}

/** What a container of nginx wrote of its requests. */
export class AccessLog {
  constructor(private readonly container: string) {}

  /** As it stands there. */
  async lines(since?: Date): Promise<string[]> {
    const from = since === undefined ? [] : ['--since', since.toISOString()];
    const log = await run('docker', ['logs', ...from, this.container]);
    return log.split('\n').filter((line) => line.startsWith('{"time"'));
  }

  async entries(since?: Date): Promise<LoggedRequest[]> {
    return (await this.lines(since)).map((line) => JSON.parse(line) as LoggedRequest);
  }

  /** The request with this id, as soon as it is there. */
  entry(requestId: string): Promise<LoggedRequest> {
    return this.first((each) => each.requestId === requestId);
  }

  /** The first of these requests, as soon as there is one. */
  first(isMeant: (entry: LoggedRequest) => boolean): Promise<LoggedRequest> {
    return until(async () => (await this.entries()).find(isMeant), 100);
  }
}

import { randomUUID } from 'node:crypto';
import { run } from './run.js';
import type { Stack } from './stack.js';
import { until } from './until.js';

export interface SeenRequest {
  readonly requestId: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly remoteAddress: string;
}

const apps = ['app-1', 'app-2'];

/** What the server's processes themselves saw, whatever nginx says. */
export class AppView {
  constructor(private readonly stack: Stack) {}

  /** All requests whose path has `part` in it, once all that came before this call are in the logs. */
  async requests(part: string): Promise<SeenRequest[]> {
    const seen = await Promise.all(apps.map((app) => this.requestsOf(app)));
    return seen.flat().filter(({ path }) => path.includes(part));
  }

  /** How many answers all processes gave on this route, as they count them. */
  async answers(route: string): Promise<number> {
    const texts = await Promise.all(apps.map((app) => this.fetchIn(app, 'http://127.0.0.1:9464/metrics')));
    const line = /^http_request_duration_seconds_count\{(?<labels>.*)\} (?<count>\d+)$/gm;
    return texts
      .flatMap((text) => [...text.matchAll(line)])
      .filter(({ groups }) => groups?.['labels']?.includes(`route="${route}"`))
      .reduce((sum, { groups }) => sum + Number(groups?.['count']), 0);
  }

  private async requestsOf(app: string): Promise<SeenRequest[]> {
    const mark = `/api/v1/mark-${randomUUID()}`;
    await this.fetchIn(app, `http://127.0.0.1:4000${mark}`);
    const container = await containerOf(this.stack, app);
    return until(async () => {
      const seen = requestsIn(await run('docker', ['logs', container]));
      return seen.some(({ path }) => path === mark) ? seen : undefined;
    }, 100);
  }

  private fetchIn(app: string, url: string): Promise<string> {
    const program = `fetch(${JSON.stringify(url)}).then((answer) => answer.text()).then((text) => process.stdout.write(text))`;
    return this.stack.compose('exec', '-T', app, 'node', '-e', program);
  }
}

/** The log's lines that are requests; others may be anything. */
const requestsIn = (log: string): SeenRequest[] =>
  log
    .split('\n')
    .filter((line) => line.startsWith('{') && line.includes('"msg":"request"'))
    .map((line) => JSON.parse(line) as SeenRequest);

/** The id of the container of a service. */
export const containerOf = async (stack: Stack, service: string): Promise<string> =>
  (await stack.compose('ps', '--quiet', service)).trim();

/** What `docker inspect` says. */
export const inspected = async (container: string, format: string): Promise<string> =>
  (await run('docker', ['inspect', '--format', format, container])).trim();

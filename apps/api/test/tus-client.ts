import { type CallOptions, type TestApp, type TestResponse } from './app.js';

type Caller = Pick<TestApp, 'url'>;

/** What an upload is begun with; `metadata` as tus writes it, made of the rest unless given. */
export interface TusPlan {
  readonly viewer: string;
  readonly type: string;
  readonly sizeBytes: number | string;
  readonly fileName?: string;
  readonly metadata?: string;
}

const metadataOf = (plan: TusPlan): string =>
  plan.metadata ??
  Object.entries({ viewer: plan.viewer, type: plan.type, filename: plan.fileName ?? '카페.glb' })
    .map(([key, value]) => `${key} ${Buffer.from(value).toString('base64')}`)
    .join(',');

/** A client of the tus protocol 1.0.0 that does one step at a time. */
export class TusClient {
  constructor(
    private readonly app: Caller,
    private readonly token: string | undefined,
  ) {}

  create(plan: TusPlan, first?: Uint8Array): Promise<TestResponse<{ code?: string; detail?: string }>> {
    const headers = { 'upload-length': String(plan.sizeBytes), 'upload-metadata': metadataOf(plan) };
    return this.send('POST', '/api/v1/map-uploads', headers, first);
  }

  /** Begins an upload and answers its path. */
  async begin(plan: TusPlan): Promise<string> {
    const response = await this.create(plan);
    if (response.status !== 201) throw new Error(`${response.status}: ${JSON.stringify(response.body)}`);
    return response.headers.get('location') ?? '';
  }

  append(path: string, offset: number, part: Uint8Array): Promise<TestResponse<{ code?: string }>> {
    return this.send('PATCH', path, { 'upload-offset': String(offset) }, part);
  }

  tell(path: string): Promise<TestResponse> {
    return this.send('HEAD', path);
  }

  cancel(path: string): Promise<TestResponse<{ code?: string }>> {
    return this.send('DELETE', path);
  }

  private async send<Body>(
    method: string,
    path: string,
    headers: CallOptions['headers'] = {},
    part?: Uint8Array,
  ): Promise<TestResponse<Body>> {
    const all = new Headers({ 'tus-resumable': '1.0.0', ...headers });
    if (this.token !== undefined) all.set('authorization', `Bearer ${this.token}`);
    if (part !== undefined) all.set('content-type', 'application/offset+octet-stream');
    const response = await fetch(`${this.app.url}${path}`, {
      method,
      headers: all,
      body: part === undefined ? null : new Uint8Array(part),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text === '' ? '' : JSON.parse(text)) as Body };
  }
}

import fc from 'fast-check';
import type { OpenAPIObject } from '@nestjs/swagger';
import { type Answer, createAnswerChecker } from './answer-checker.js';
import { hostileValue, type JsonSchema, spoiledValue, validValue, type ValueContext } from './json-schema-values.js';
import { type Operation, operationsOf, type Parameter } from './operations.js';

/** A request ready to be sent. */
export interface FuzzedRequest {
  readonly operation: Operation;
  /** Path and query. */
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string | Uint8Array | undefined;
  readonly contentType: string | undefined;
}

export interface Violation {
  readonly operationId: string;
  readonly url: string;
  readonly body: string | undefined;
  readonly complaint: string;
}

export interface FuzzOutcome {
  readonly requests: number;
  readonly byStatus: ReadonlyMap<number, number>;
  /** Operations that never answered 2xx: the test reached nothing behind their validation. */
  readonly neverSucceeded: readonly string[];
  readonly violations: readonly Violation[];
}

export interface FuzzSettings {
  readonly document: OpenAPIObject;
  readonly requests: number;
  readonly seed: number;
  readonly concurrency: number;
  readonly knownIds: readonly string[];
  /** Values that real path parameters and headers have: in lower case by `operation.name`, by the address's first word as in `boards.name`, or by name. */
  readonly knownValues: Readonly<Record<string, readonly string[]>>;
  /** Credentials to send, one picked for each request. */
  readonly credentials: readonly Record<string, string>[];
  /** A real image, for multipart bodies. */
  readonly image: Uint8Array;
  /** Operations left out, with the reason in the test that names them. */
  readonly omit?: readonly string[];
  readonly send: (request: FuzzedRequest) => Promise<Answer>;
}

const boundary = 'fuzz-boundary';

/** Sends generated requests, valid and spoiled, and holds every answer against the document. Same seed, same requests. */
export async function fuzz(settings: FuzzSettings): Promise<FuzzOutcome> {
  const operations = operationsOf(settings.document).filter(({ id }) => settings.omit?.includes(id) !== true);
  const check = createAnswerChecker(settings.document);
  const byStatus = new Map<number, number>();
  const succeeded = new Set<string>();
  const violations: Violation[] = [];
  const perOperation = Math.ceil(settings.requests / operations.length);
  const requests = operations.flatMap((operation, index) =>
    fc.sample(requestFor(operation, settings), { numRuns: perOperation, seed: settings.seed + index }),
  );
  shuffle(requests, settings.seed);

  let next = 0;
  const work = async (): Promise<void> => {
    for (let request = requests[next++]; request !== undefined; request = requests[next++]) {
      const answer = await settings.send(request);
      byStatus.set(answer.status, (byStatus.get(answer.status) ?? 0) + 1);
      if (answer.status < 300) succeeded.add(request.operation.id);
      const complaint = check(request.operation, answer);
      if (complaint !== undefined) violations.push(violationOf(request, complaint));
    }
  };
  await Promise.all(Array.from({ length: settings.concurrency }, work));
  const neverSucceeded = operations.map(({ id }) => id).filter((id) => !succeeded.has(id));
  return { requests: requests.length, byStatus, neverSucceeded, violations };
}

function violationOf(request: FuzzedRequest, complaint: string): Violation {
  const body = typeof request.body === 'string' ? request.body.slice(0, 400) : undefined;
  return { operationId: request.operation.id, url: request.url.slice(0, 300), body, complaint };
}

function requestFor(operation: Operation, settings: FuzzSettings): fc.Arbitrary<FuzzedRequest> {
  const context = contextOf(settings);
  const parameters = fc.tuple(
    ...operation.parameters.map((parameter) => parameterValue(operation, parameter, context, settings)),
  );
  const parts = fc.tuple(parameters, bodyOf(operation, context, settings), fc.constantFrom(...settings.credentials));
  return parts.map(([values, { body, contentType }, credentials]) => {
    const named = operation.parameters.map((parameter, index) => ({ ...parameter, value: values[index] }));
    const given = named.filter(({ value }) => value !== undefined);
    const headers = given
      .filter((each) => each.in === 'header')
      .map(({ name, value }) => [name, headerText(value)] as const);
    return {
      operation,
      url: urlOf(operation.path, given),
      headers: { ...credentials, ...Object.fromEntries(headers) },
      body,
      contentType,
    };
  });
}

function contextOf({ document, knownIds }: FuzzSettings): ValueContext {
  const schemas = (document.components?.schemas ?? {}) as Record<string, JsonSchema>;
  return {
    knownIds,
    resolve: (ref) => {
      const schema = schemas[ref.replace('#/components/schemas/', '')];
      if (schema === undefined) throw new Error(`Unresolved ${ref}`);
      return schema;
    },
  };
}

function parameterValue(
  operation: Operation,
  parameter: Parameter,
  context: ValueContext,
  settings: FuzzSettings,
): fc.Arbitrary<unknown> {
  const known = knownValuesOf(operation, parameter.name.toLowerCase(), settings);
  const good = validValue(parameter.schema, context);
  const usual = known === undefined ? good : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...known) }, good);
  if (parameter.in === 'path') return fc.oneof({ weight: 5, arbitrary: usual }, hostileValue);
  const present = fc.oneof({ weight: 3, arbitrary: usual }, hostileValue);
  return parameter.isRequired
    ? fc.oneof({ weight: 9, arbitrary: present }, fc.constant(undefined))
    : fc.option(present, { nil: undefined });
}

function knownValuesOf({ id, path }: Operation, name: string, { knownValues }: FuzzSettings) {
  const subject = /^\/api\/v1\/(?:me\/)?([\w-]+)/.exec(path)?.[1] ?? '';
  return knownValues[`${id.toLowerCase()}.${name}`] ?? knownValues[`${subject}.${name}`] ?? knownValues[name];
}

type Body = Pick<FuzzedRequest, 'body' | 'contentType'>;

function bodyOf(operation: Operation, context: ValueContext, settings: FuzzSettings): fc.Arbitrary<Body> {
  if (operation.isMultipart) return multipartBody(settings.image);
  if (operation.body === undefined) return fc.constant({ body: undefined, contentType: undefined });
  const json = fc.oneof(
    { weight: 5, arbitrary: validValue(operation.body, context) },
    { weight: 4, arbitrary: spoiledValue(operation.body, context) },
    { weight: 1, arbitrary: hostileValue },
  );
  return fc.oneof(
    {
      weight: 19,
      arbitrary: json.map((value) => ({ body: JSON.stringify(value) ?? 'null', contentType: 'application/json' })),
    },
    { weight: 1, arbitrary: brokenBody },
  );
}

const brokenBody: fc.Arbitrary<Body> = fc.constantFrom<Body>(
  { body: '{"a":', contentType: 'application/json' },
  { body: '', contentType: 'application/json' },
  { body: '{"__proto__":{"isAdmin":true}}', contentType: 'application/json' },
  { body: '<x/>', contentType: 'application/xml' },
  { body: 'a=b', contentType: 'application/x-www-form-urlencoded' },
  { body: `{"a":"${'x'.repeat(300_000)}"}`, contentType: 'application/json' },
  { body: Uint8Array.of(0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d), contentType: 'application/json' },
);

function multipartBody(image: Uint8Array): fc.Arbitrary<Body> {
  const content = fc.oneof(
    fc.constant(image),
    fc.constant(image.slice(0, image.length / 2)),
    fc.uint8Array({ maxLength: 400 }),
  );
  const names = fc.constantFrom('photo.png', '../../x.jpg', '사진.png', 'x.svg', '');
  const well = fc.tuple(fc.constantFrom('file', 'file', 'file', 'other', '파일'), names, content);
  const made = well.map(([field, name, bytes]) => ({
    body: Buffer.concat([
      Buffer.from(
        `--${boundary}\r\nContent-Disposition: form-data; name="${field}"; filename="${name}"\r\nContent-Type: image/png\r\n\r\n`,
      ),
      bytes,
      Buffer.from(`\r\n--${boundary}--\r\n`),
    ]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  }));
  const broken = fc.constantFrom<Body>(
    { body: `--${boundary}\r\nrubbish`, contentType: `multipart/form-data; boundary=${boundary}` },
    { body: 'x', contentType: 'multipart/form-data' },
    { body: '{}', contentType: 'application/json' },
    { body: undefined, contentType: undefined },
  );
  return fc.oneof({ weight: 4, arbitrary: made }, broken);
}

function urlOf(path: string, given: readonly (Parameter & { value: unknown })[]): string {
  const query = new URLSearchParams();
  let url = path;
  for (const { name, in: place, value } of given) {
    if (place === 'path') url = url.replace(`{${name}}`, encodeURIComponent(wireText(value)) || '%20');
    if (place === 'query') query.append(name, wireText(value));
  }
  return query.size === 0 ? url : `${url}?${query.toString()}`;
}

const wireText = (value: unknown): string =>
  (typeof value === 'string' ? value : (JSON.stringify(value) ?? '')).toWellFormed().slice(0, 3000);

// Header values hold Latin-1 only: anything else never leaves a client.
const headerText = (value: unknown): string =>
  wireText(value)
    .replaceAll(/[^\u0020-\u007e]/g, '?')
    .trim();

/** Fisher and Yates, from a seed: operations take turns instead of coming one after the other. */
function shuffle(requests: FuzzedRequest[], seed: number): void {
  let state = seed >>> 0;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  for (let index = requests.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const [one, two] = [requests[index], requests[other]];
    if (one === undefined || two === undefined) continue;
    requests[index] = two;
    requests[other] = one;
  }
}

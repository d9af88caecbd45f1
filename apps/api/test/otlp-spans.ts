// https://github.com/open-telemetry/opentelemetry-proto, opentelemetry/proto/trace/v1/trace.proto: the fields' numbers.

export type AttributeValue = string | number | boolean;

export interface ReceivedSpan {
  readonly traceId: string;
  readonly spanId: string;
  /** Empty for the first of a trace. */
  readonly parentId: string;
  readonly name: string;
  /** 2 is a server's, 3 a client's, 5 a consumer's. */
  readonly kind: number;
  /** Nanoseconds since 1970. */
  readonly beganAt: bigint;
  readonly endedAt: bigint;
  readonly attributes: Record<string, AttributeValue>;
  readonly eventCount: number;
  /** 0 is unset, 2 an error. */
  readonly status: { readonly code: number; readonly message: string };
  readonly resource: Record<string, AttributeValue>;
}

/** The spans of an ExportTraceServiceRequest. */
export function spansOf(request: Buffer): ReceivedSpan[] {
  return messages(fieldsOf(request), 1).flatMap((resourceSpans) => {
    const resource = attributesOf(messages(messages(resourceSpans, 1)[0] ?? [], 1));
    return messages(resourceSpans, 2).flatMap((scope) => messages(scope, 2).map((span) => spanOf(span, resource)));
  });
}

function spanOf(span: Fields, resource: ReceivedSpan['resource']): ReceivedSpan {
  const status = messages(span, 15)[0] ?? [];
  return {
    traceId: bytes(span, 1).toString('hex'),
    spanId: bytes(span, 2).toString('hex'),
    parentId: bytes(span, 4).toString('hex'),
    name: bytes(span, 5).toString(),
    kind: Number(number(span, 6)),
    beganAt: number(span, 7),
    endedAt: number(span, 8),
    attributes: attributesOf(messages(span, 9)),
    eventCount: messages(span, 11).length,
    status: { code: Number(number(status, 3)), message: bytes(status, 2).toString() },
    resource,
  };
}

const attributesOf = (pairs: Fields[]): Record<string, AttributeValue> =>
  Object.fromEntries(pairs.map((pair) => [bytes(pair, 1).toString(), valueOf(messages(pair, 2)[0] ?? [])]));

function valueOf(value: Fields): AttributeValue {
  const [first] = value;
  if (first?.number === 1) return bytes(value, 1).toString();
  if (first?.number === 2) return number(value, 2) === 1n;
  if (first?.number === 3) return Number(number(value, 3));
  throw new Error(`An attribute of another kind: ${JSON.stringify(first?.number)}`);
}

/** Of a Protocol Buffers message, in their order: https://protobuf.dev/programming-guides/encoding/ */
type Fields = { readonly number: number; readonly value: bigint | Buffer }[];

function fieldsOf(message: Buffer): Fields {
  const fields: Fields = [];
  let at = 0;
  const varint = (): bigint => {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = message.readUInt8(at);
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
  };
  const take = (length: number): Buffer => {
    at += length;
    return message.subarray(at - length, at);
  };
  const readers = [varint, () => take(8).readBigUInt64LE(), () => take(Number(varint()))];
  while (at < message.length) {
    const tag = Number(varint());
    const kind = tag % 8;
    const read = kind === 5 ? () => BigInt(take(4).readUInt32LE()) : readers[kind];
    if (read === undefined) throw new Error(`A field of kind ${kind}`);
    fields.push({ number: Math.floor(tag / 8), value: read() });
  }
  return fields;
}

const messages = (fields: Fields, number: number): Fields[] =>
  fields.filter((field) => field.number === number).map(({ value }) => fieldsOf(value as Buffer));

const bytes = (fields: Fields, number: number): Buffer =>
  (fields.find((field) => field.number === number)?.value ?? Buffer.alloc(0)) as Buffer;

const number = (fields: Fields, wanted: number): bigint =>
  (fields.find((field) => field.number === wanted)?.value ?? 0n) as bigint;

import fc from 'fast-check';

/** The part of JSON Schema (draft 2020-12) that the document uses. */
export interface JsonSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

export interface ValueContext {
  /** Follows `#/components/schemas/Name`. */
  readonly resolve: (ref: string) => JsonSchema;
  /** Ids of records that exist, so that requests get past "not found". */
  readonly knownIds: readonly string[];
}

// Short: the interesting lengths are the limits themselves, which `hostile` values overstep.
const longestArray = 4;

/** Values that the schema allows (as far as JSON Schema can say). */
export function validValue(schema: JsonSchema, context: ValueContext): fc.Arbitrary<unknown> {
  if (schema.$ref !== undefined) return validValue(context.resolve(schema.$ref), context);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map((choice) => validValue(choice, context)));
  return valueOfType(schema, context);
}

type Generator = (schema: JsonSchema, context: ValueContext) => fc.Arbitrary<unknown>;

const generators: Readonly<Record<string, Generator>> = {
  string: stringValue,
  integer: ({ minimum = -1000, maximum = 1000 }) => fc.integer({ min: minimum, max: Math.min(maximum, 2 ** 31 - 1) }),
  number: ({ minimum = -1000, maximum = 1000 }) => fc.double({ min: minimum, max: maximum, noNaN: true }),
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  array: arrayValue,
  object: objectValue,
};

function valueOfType(schema: JsonSchema, context: ValueContext): fc.Arbitrary<unknown> {
  const generator = typeof schema.type === 'string' ? generators[schema.type] : undefined;
  return generator?.(schema, context) ?? fc.jsonValue();
}

function arrayValue({ items = {}, minItems = 0, maxItems = longestArray }: JsonSchema, context: ValueContext) {
  const maxLength = Math.max(minItems, Math.min(maxItems, longestArray));
  return fc.array(validValue(items, context), { minLength: minItems, maxLength });
}

function stringValue(schema: JsonSchema, context: ValueContext): fc.Arbitrary<unknown> {
  if (schema.format === 'uuid') return fc.oneof(fc.uuid(), fc.constantFrom(...context.knownIds));
  if (schema.format === 'email') return fc.emailAddress();
  if (schema.format === 'date-time')
    return fc.date({ noInvalidDate: true, min: new Date(0) }).map((date) => date.toISOString());
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern, 'u'));
  const minLength = schema.minLength ?? 0;
  const maxLength = Math.min(schema.maxLength ?? 40, Math.max(minLength, 40));
  const korean = fc.string({ unit: fc.constantFrom(...'가나다카페강남역ㅋㅍㅏ '), minLength, maxLength });
  return fc.oneof(fc.string({ minLength, maxLength, unit: 'grapheme' }), korean);
}

function objectValue(schema: JsonSchema, context: ValueContext): fc.Arbitrary<unknown> {
  const properties = Object.entries(schema.properties ?? {});
  const required = properties.map(([name]) => name).filter((name) => schema.required?.includes(name) === true);
  return fc.record(Object.fromEntries(properties.map(([name, each]) => [name, validValue(each, context)])), {
    requiredKeys: required,
  });
}

/** What people with bad intentions, broken clients and tired fingers send. */
export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    '',
    ' ',
    '\u0000',
    'a\u0000b',
    '\ud800',
    '\udfff가',
    '\'; DROP TABLE "User"; --',
    '<script>alert(1)</script>',
    '%',
    '_%_',
    '../../etc/passwd',
    '\u202e',
    'x'.repeat(5001),
    '가'.repeat(300),
    -1,
    0,
    1e9,
    2 ** 31,
    2 ** 53,
    -(2 ** 63),
    1e308,
    0.1,
    [],
    {},
    { __proto__: null, constructor: { prototype: {} } },
    'NaN',
    '1e309',
    '00000000-0000-0000-0000-000000000000',
  ),
  fc.array(fc.constantFrom(1, 'a', null), { minLength: 100, maxLength: 300 }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.string({ unit: 'binary', maxLength: 80 }),
);

/** A valid value with one thing made wrong: a field replaced, dropped or added. */
export function spoiledValue(schema: JsonSchema, context: ValueContext): fc.Arbitrary<unknown> {
  return fc
    .tuple(validValue(schema, context), hostileValue, fc.nat(), fc.constantFrom('replace', 'drop', 'add'))
    .map(([value, hostile, pick, way]) => {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return hostile;
      const keys = Object.keys(value);
      const key = keys[pick % Math.max(1, keys.length)] ?? 'unknown';
      if (way === 'add') return { ...value, [`unknown${pick % 7}`]: hostile };
      const { [key]: _, ...rest } = value as Record<string, unknown>;
      return way === 'drop' ? rest : { ...rest, [key]: hostile };
    });
}

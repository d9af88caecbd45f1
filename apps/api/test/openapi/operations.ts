import type { OpenAPIObject } from '@nestjs/swagger';
import type { JsonSchema } from './json-schema-values.js';

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly isRequired: boolean;
  readonly schema: JsonSchema;
}

/** One operation of the document, as the tests need it. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** `public`, or the action it requires. */
  readonly access: string | undefined;
  readonly parameters: readonly Parameter[];
  readonly body: JsonSchema | undefined;
  readonly isMultipart: boolean;
  /** JSON schemas of the documented answers by status; undefined where nothing is answered. */
  readonly answers: ReadonlyMap<number, JsonSchema | undefined>;
  /** The media type of the documented answer where it is a text. */
  readonly textType: string | undefined;
}

interface RawOperation {
  operationId?: string;
  'x-access'?: string;
  parameters?: { name: string; in: Parameter['in']; required?: boolean; schema?: JsonSchema }[];
  requestBody?: { content: Record<string, { schema?: JsonSchema }> };
  responses: Record<string, { content?: Record<string, { schema?: JsonSchema }> }>;
}

/** Every operation under `/api`. */
export function operationsOf(document: OpenAPIObject): Operation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item as Record<string, RawOperation>).map(([method, raw]) => toOperation(method, path, raw)),
  );
}

function toOperation(method: string, path: string, raw: RawOperation): Operation {
  if (raw.operationId === undefined) throw new Error(`${method} ${path} has no operationId`);
  const content = raw.requestBody?.content ?? {};
  return {
    id: raw.operationId,
    method: method.toUpperCase(),
    path,
    access: raw['x-access'],
    parameters: (raw.parameters ?? []).map((parameter) => ({
      name: parameter.name,
      in: parameter.in,
      isRequired: parameter.required === true,
      schema: parameter.schema ?? {},
    })),
    body: content['application/json']?.schema,
    isMultipart: content['multipart/form-data'] !== undefined,
    answers: new Map(
      Object.entries(raw.responses)
        .filter(([status]) => /^2\d\d$/.test(status))
        .map(([status, answer]) => [Number(status), answer.content?.['application/json']?.schema]),
    ),
    textType: Object.keys(raw.responses['200']?.content ?? {}).find((type) => type !== 'application/json'),
  };
}

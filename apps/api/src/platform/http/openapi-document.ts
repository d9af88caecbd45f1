import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { sharedSchemas } from './returns.decorator.js';

type JsonSchema = Record<string, unknown>;

/** The API's description, OpenAPI 3.1, made from the same Zod schemas that validate it. */
export function createOpenApiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('VirtualCafe')
    .setDescription(
      'Cafés publish themselves; visitors find them. Errors are RFC 9457 problem details with a stable `code`.',
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-API-Key' }, 'apiKey')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    standardSchemaConverter: (schema, { schemaType }) => convert(schema as z.ZodType, schemaType),
    operationIdFactory: (_, method) => method,
  });
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...sharedComponents() } };
  return sortKeys(document) as OpenAPIObject;
}

function convert(
  schema: z.ZodType,
  io: 'input' | 'output',
): { schema: JsonSchema; components: Record<string, JsonSchema> } {
  const {
    $schema: _,
    $defs = {},
    ...rest
  } = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'throw' }) as JsonSchema & {
    $defs?: Record<string, JsonSchema>;
  };
  return { schema: rest, components: $defs };
}

/** The schemas that routes name by reference alone; Nest rewrites the references of its own schemas only. */
function sharedComponents(): Record<string, JsonSchema> {
  const components = Object.values(sharedSchemas).map((schema) => convert(schema, 'output').components);
  const written = JSON.stringify(Object.assign({}, ...components));
  return JSON.parse(written.replaceAll('"#/$defs/', '"#/components/schemas/')) as Record<string, JsonSchema>;
}

/** A stable order, so that the checked-in document changes only where the API does. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, each]) => [key, sortKeys(each)]));
}

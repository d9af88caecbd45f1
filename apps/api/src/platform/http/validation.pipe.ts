import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type { FieldError } from '@virtualcafe/contracts';
import { AppError } from '../errors/app-error.js';

type StandardSchema = NonNullable<ArgumentMetadata['schema']>;
type Issue = {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
};

// A body of 10^5 wrong elements gets an answer of readable size.
const maxReportedIssues = 50;
const sources: Partial<Record<ArgumentMetadata['type'], FieldError['in']>> = {
  body: 'body',
  query: 'query',
  param: 'path',
};

/** Validates every argument that declares a schema (`@Body({ schema })`) and names each refused field. */
@Injectable()
export class ValidationPipe implements PipeTransform {
  async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const source = sources[metadata.type];
    if (metadata.schema === undefined || source === undefined) return value;
    const schema: StandardSchema = metadata.schema;
    const result = await schema['~standard'].validate(value);
    if (result.issues === undefined) return result.value;
    const errors = result.issues.slice(0, maxReportedIssues).map((issue) => toFieldError(issue, source, metadata.data));
    throw new AppError('request.invalid', { errors });
  }
}

function toFieldError(issue: Issue, source: FieldError['in'], parameter: string | undefined): FieldError {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  const keys = parameter === undefined ? path : [parameter, ...path];
  const pointer =
    source === 'body'
      ? keys.map((key) => `/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
      : keys.join('.');
  return { pointer, in: source, message: issue.message };
}

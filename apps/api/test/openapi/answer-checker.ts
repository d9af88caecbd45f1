import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { OpenAPIObject } from '@nestjs/swagger';
import { errorCatalogue, statusOf, type ErrorCode } from '@virtualcafe/contracts';
import type { Operation } from './operations.js';

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/** Says what is wrong with an answer by the document; undefined when nothing is. */
export type AnswerChecker = (operation: Operation, answer: Answer) => string | undefined;

const documentId = 'openapi';

/** Holds answers against the document: never a 5xx, documented statuses, bodies that match, problems with known codes. */
export function createAnswerChecker(document: OpenAPIObject): AnswerChecker {
  const ajv = new Ajv2020({ strict: false, allErrors: false });
  (addFormats as unknown as (ajv: Ajv2020) => void)(ajv);
  ajv.addSchema({ $id: documentId, ...document });
  const compiled = new Map<string, ValidateFunction>();
  const matches: Matcher = (schema, value) => {
    const absolute = JSON.stringify(schema).replaceAll('"#/components/', `"${documentId}#/components/`);
    const validate = compiled.get(absolute) ?? ajv.compile(JSON.parse(absolute) as object);
    compiled.set(absolute, validate);
    return validate(value) ? undefined : ajv.errorsText(validate.errors);
  };
  return (operation, answer) => {
    if (answer.status >= 500) return `answered ${answer.status}: ${answer.text.slice(0, 300)}`;
    if (answer.status >= 400) return checkProblem(answer, matches);
    return checkSuccess(operation, answer, matches);
  };
}

type Matcher = (schema: object, value: unknown) => string | undefined;

function checkSuccess(operation: Operation, answer: Answer, matches: Matcher): string | undefined {
  if (answer.status === 304) return answer.text === '' ? undefined : '304 with a body';
  if (!operation.answers.has(answer.status)) return `answered ${answer.status}, which the document does not know`;
  if (operation.textType !== undefined)
    return answer.contentType.startsWith(operation.textType) ? undefined : `content type ${answer.contentType}`;
  const schema = operation.answers.get(answer.status);
  if (schema === undefined)
    return answer.text === '' ? undefined : `a body where none is documented: ${answer.text.slice(0, 100)}`;
  if (!answer.contentType.startsWith('application/json')) return `content type ${answer.contentType}`;
  return matches(schema, JSON.parse(answer.text));
}

function checkProblem(answer: Answer, matches: Matcher): string | undefined {
  if (!answer.contentType.startsWith('application/problem+json'))
    return `an error as ${answer.contentType}: ${answer.text.slice(0, 200)}`;
  const body = JSON.parse(answer.text) as { code: string; status: number };
  if (!(body.code in errorCatalogue)) return `unknown error code ${body.code}`;
  if (statusOf(body.code as ErrorCode) !== answer.status || body.status !== answer.status)
    return `code ${body.code} with status ${answer.status}`;
  return matches({ $ref: '#/components/schemas/Problem' }, body);
}

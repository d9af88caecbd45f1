import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ApiError } from '../../../../lib/api/api-error.js';
import {
  acceptViewer,
  managedViewerQuery,
  updateViewer,
  type TaggedViewer,
} from '../../../../lib/queries/managed-viewers.js';
import { useRecordEditor } from '../../editor/use-record-editor.js';
import { changesIn, formPointerOf, isSameIn, roomSchema, valuesOf } from './room-values.js';

/** The form of one room; `loaded` is what the API said last. */
export function useRoomEditor(loaded: TaggedViewer) {
  const client = useQueryClient();
  const { code } = loaded.data;
  return useRecordEditor({
    loaded,
    valuesOf,
    isSame: isSameIn,
    schema: roomSchema,
    describe: useDescribeIssue(),
    send: async (parsed, fields, etag) => {
      try {
        acceptViewer(client, await updateViewer(code, etag, changesIn(parsed, fields)));
      } catch (error) {
        throw error instanceof ApiError ? inTermsOfTheForm(error) : error;
      }
    },
    fetchLatest: () => client.fetchQuery(managedViewerQuery(code)),
  });
}

export type RoomForm = Pick<
  ReturnType<typeof useRoomEditor>['form'],
  'values' | 'setValue' | 'errorAt' | 'leave' | 'textProps' | 'formError'
>;

/** The same refusal with its fields named as they stand in the form. */
const inTermsOfTheForm = (error: ApiError): ApiError =>
  new ApiError(error.code, {
    title: error.message,
    status: error.status,
    requestId: error.requestId,
    retryAfterSeconds: error.retryAfterSeconds,
    fieldErrors: error.fieldErrors.map((field) => ({ ...field, pointer: formPointerOf(field.pointer) })),
    cause: error,
  });

type Issue = z.core.$ZodIssue;

/** Words for what is wrong in a field of a room, where the general ones would not help. */
function useDescribeIssue(): (pointer: string, issue: Issue) => string | undefined {
  const { t } = useTranslation('world');
  return (pointer, issue) => {
    if (pointer === '/spawnPoint') return t('wrong.spawnOutside');
    if (pointer === '/bounds') return t('wrong.boundsOrder');
    if (pointer === '/playerRadius' && issue.code === 'custom') return t('wrong.radius');
    if (/^\/hotspots\/\d+\/target$/.test(pointer)) return t('wrong.target');
    return issue.code === 'invalid_type' ? t('wrong.number') : undefined;
  };
}

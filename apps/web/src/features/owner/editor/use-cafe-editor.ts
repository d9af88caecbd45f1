import { useQueryClient } from '@tanstack/react-query';
import { api, taggedDataOf } from '../../../lib/api/client.js';
import { acceptCafe, managedCafeQuery, type TaggedCafe } from '../../../lib/queries/managed-cafes.js';
import { editedCafeSchema, isSameIn, valuesOf, type CafeField, type EditedCafe } from '../form/cafe-values.js';
import { useDescribeIssue } from '../form/use-describe-issue.js';
import { useRecordEditor } from './use-record-editor.js';

/** The form of one café; `loaded` is what the API said last. */
export function useCafeEditor(loaded: TaggedCafe) {
  const client = useQueryClient();
  const { code } = loaded.data;
  return useRecordEditor({
    loaded,
    valuesOf,
    isSame: isSameIn,
    schema: editedCafeSchema,
    describe: useDescribeIssue(),
    fieldOfCode: { 'cafe.region-unusable': '/regionId' },
    send: async (parsed, fields, etag) => {
      const params = { path: { code }, header: { 'If-Match': etag } };
      const body = bodyOf(parsed, fields);
      acceptCafe(client, await taggedDataOf(api.PATCH('/api/v1/cafes/{code}', { params, body })));
    },
    fetchLatest: () => client.fetchQuery(managedCafeQuery(code)),
  });
}

const bodyOf = (parsed: EditedCafe, fields: readonly CafeField[]): Partial<EditedCafe> =>
  Object.fromEntries(Object.entries(parsed).filter(([name]) => fields.some((field) => field === name)));

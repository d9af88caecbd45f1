import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { ManagedRegion } from '@virtualcafe/contracts';
import { toast } from '../../../components/feedback/toast-store.js';
import { api, dataOf } from '../../../lib/api/client.js';
import { useErrorText } from '../../../lib/api/use-error-text.js';
import { refreshRegions } from '../../../lib/queries/managed-regions.js';

type Change = { parentId: string } | { isDisabled: boolean };
type Outcome = { doneText: string; onDone: (region: ManagedRegion) => void };

/** Moves, hides or shows a region; ends when the tree shows it. */
export function useUpdateRegion({ id }: ManagedRegion, { doneText, onDone }: Outcome) {
  const client = useQueryClient();
  const words = useErrorText();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async (body: Change) => {
      const region = await dataOf(api.PATCH('/api/v1/regions/{id}', { params: { path: { id } }, body }));
      await refreshRegions(client);
      return region;
    },
    onSuccess: (region) => {
      toast.success(doneText);
      onDone(region);
    },
  });
  return { update: mutate, isBusy: isPending, errorText: error === null ? null : words(error) };
}

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Ban } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../lib/api/use-error-text.js';
import { banKeys, liftBan } from '../../lib/queries/moderation.js';
import { toast } from '../feedback/toast-store.js';

/** Ends a ban before its time, and has every list of bans asked for anew. */
export function useLiftBan(): { lift: (ban: Ban) => void; liftingId: string | null } {
  const { t } = useTranslation('bans');
  const client = useQueryClient();
  const errorText = useErrorText();
  const { mutate, isPending, variables } = useMutation({
    mutationFn: (ban: Ban) => liftBan(ban.id),
    onSuccess: (_lifted, { nickname }) => toast.success(t('lifted', { name: nickname })),
    onError: (error) => toast.error(errorText(error)),
    // Also after a refusal: somebody else may have lifted it.
    onSettled: () => client.invalidateQueries({ queryKey: banKeys }),
  });
  return { lift: mutate, liftingId: isPending ? variables.id : null };
}

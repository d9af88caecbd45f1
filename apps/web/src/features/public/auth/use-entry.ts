import type { Session } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { toast } from '../../../components/feedback/toast-store.js';
import { returnPathOf } from '../../../lib/navigation/return-path.js';
import { session } from '../../../lib/session/session.js';

/** Takes up a new session and goes back to where the person came from. */
export function useEntry() {
  const { t } = useTranslation('auth');
  const navigate = useNavigate();
  const [parameters] = useSearchParams();
  const returnPath = returnPathOf(parameters);

  const enter = async (entered: Session): Promise<void> => {
    session.accept(entered);
    toast.success(t('welcome', { name: entered.account.nickname }));
    await navigate(returnPath, { replace: true });
  };

  return { enter, returnPath };
}

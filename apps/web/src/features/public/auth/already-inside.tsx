import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/button/button.js';
import { SkeletonText } from '../../../components/feedback/skeleton.js';
import { useSession } from '../../../lib/session/use-session.js';
import styles from './auth-form.module.css';
import { useEntry } from './use-entry.js';

/** A way on for who is signed in already; the form for everybody else. */
export function AlreadyInside({ otherwise }: { otherwise: ReactNode }) {
  const { t } = useTranslation('auth');
  const { status, account } = useSession();
  const { returnPath } = useEntry();
  if (status === 'restoring') return <SkeletonText lines={6} />;
  if (account === null) return otherwise;
  return (
    <div className={styles['form']}>
      <p>{t('alreadySignedIn', { name: account.nickname })}</p>
      <ButtonLink to={returnPath} variant="primary">
        {t('goOn')}
      </ButtonLink>
    </div>
  );
}

import { CircleAlert, CircleCheck, X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button/button.js';
import { dismissToast, toastStore } from './toast-store.js';
import styles from './toaster.module.css';

/** Where toasts appear; stands once in the page. */
export function Toaster() {
  const { t } = useTranslation();
  const toasts = useSyncExternalStore(toastStore.subscribe, toastStore.get);
  return (
    <section className={styles['toaster']} aria-label={t('notice.label')} aria-live="polite">
      {toasts.map(({ id, kind, text, action }) => (
        <div key={id} className={styles['toast']} data-kind={kind}>
          {kind === 'success' ? <CircleCheck aria-hidden /> : <CircleAlert aria-hidden />}
          <p>{text}</p>
          {action !== undefined && (
            <button
              type="button"
              className={styles['action']}
              onClick={() => {
                dismissToast(id);
                action.run();
              }}
            >
              {action.label}
            </button>
          )}
          <IconButton label={t('notice.dismiss')} onClick={() => dismissToast(id)}>
            <X aria-hidden />
          </IconButton>
        </div>
      ))}
    </section>
  );
}

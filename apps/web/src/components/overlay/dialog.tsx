import { X } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../button/button.js';
import { classNames } from '../class-names.js';
import styles from './dialog.module.css';

type DialogProps = {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  children: ReactNode;
  footer?: ReactNode;
  /** `center` is a card; `sheet` comes from below on a phone and is a card elsewhere; `side` is a panel at the right. */
  shape?: 'center' | 'sheet' | 'side';
};

/** A modal dialog: keeps the focus, closes with Escape and by a click beside it, gives the focus back. */
export function Dialog({ isOpen, onClose, title, children, footer, shape = 'center' }: DialogProps) {
  const { t } = useTranslation();
  const titleId = useId();
  const ref = useModal(isOpen, onClose);

  return (
    <dialog ref={ref} className={classNames(styles['dialog'], styles[shape])} aria-labelledby={titleId}>
      {isOpen && (
        <div className={styles['frame']}>
          <div className={styles['header']}>
            <h2 id={titleId} className={styles['title']}>
              {title}
            </h2>
            <IconButton label={t('action.close')} onClick={onClose}>
              <X aria-hidden />
            </IconButton>
          </div>
          <div className={styles['body']}>{children}</div>
          {footer !== undefined && <div className={styles['footer']}>{footer}</div>}
        </div>
      )}
    </dialog>
  );
}

/** Opens and closes a <dialog> as a modal; Escape and a click beside its content ask to close it. */
export function useModal(isOpen: boolean, onClose: () => void) {
  const ref = useRef<HTMLDialogElement>(null);
  const close = useEffectEvent(onClose);

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    if (isOpen && !dialog.open) dialog.showModal();
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);

  useEffect(() => {
    const dialog = ref.current;
    if (dialog === null) return;
    const closeFromBackdrop = (event: MouseEvent): void => {
      if (event.target === dialog) close();
    };
    const followClose = (): void => close();
    dialog.addEventListener('click', closeFromBackdrop);
    dialog.addEventListener('close', followClose);
    return () => {
      dialog.removeEventListener('click', closeFromBackdrop);
      dialog.removeEventListener('close', followClose);
    };
  }, []);

  return ref;
}

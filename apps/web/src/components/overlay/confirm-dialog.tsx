import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button/button.js';
import { Dialog } from './dialog.js';

type ConfirmDialogProps = {
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  title: string;
  confirmLabel: string;
  children: ReactNode;
  isDangerous?: boolean;
  isBusy?: boolean;
};

/** Asks once more before something is done that is hard to take back. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, onConfirm, title, confirmLabel, children, isDangerous = false, isBusy = false } = props;
  const { t } = useTranslation();
  return (
    <Dialog
      {...{ isOpen, onClose, title }}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button variant={isDangerous ? 'danger' : 'primary'} isBusy={isBusy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}

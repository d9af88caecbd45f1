import type { CreatedApiKey } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { CopyButton } from '../../../components/copy/copy-button.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import styles from './created-key-dialog.module.css';

/** Shows a new key, this once. */
export function CreatedKeyDialog({ created, onClose }: { created: CreatedApiKey; onClose: () => void }) {
  const { t } = useTranslation('admin');
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('apiKeys.createdTitle')}
      footer={
        <Button variant="primary" onClick={onClose}>
          {t('apiKeys.close')}
        </Button>
      }
    >
      <div className={styles['content']}>
        <p>{t('apiKeys.createdText')}</p>
        <div className={styles['key']}>
          <input
            className={styles['text']}
            aria-label={t('apiKeys.keyLabel')}
            value={created.key}
            readOnly
            onFocus={(event) => event.target.select()}
          />
          <CopyButton text={created.key} label={t('apiKeys.copy')} />
        </div>
      </div>
    </Dialog>
  );
}

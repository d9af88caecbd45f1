import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ViewerMapType } from '@virtualcafe/contracts';
import { Trash2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button/button.js';
import { byteText } from './byte-text.js';
import { discardUpload, unfinishedUploads, type UnfinishedUpload } from './map-transfer.js';
import styles from './unfinished-uploads.module.css';

/** What was begun on this device before and not finished: a browser needs the same file once more to go on with it. */
export function UnfinishedUploads({ code, type }: { code: string; type: ViewerMapType }) {
  const { t, i18n } = useTranslation('maps');
  const client = useQueryClient();
  const queryKey = ['unfinished-uploads', code, type];
  const { data: uploads } = useQuery({
    queryKey,
    queryFn: () => unfinishedUploads({ viewerCode: code, type }),
    staleTime: 0,
  });
  if (uploads === undefined || uploads.length === 0) return null;

  const discard = async (upload: UnfinishedUpload): Promise<void> => {
    await discardUpload(upload);
    await client.invalidateQueries({ queryKey });
  };

  return (
    <ul className={styles['list']} aria-label={t('upload.unfinishedTitle')}>
      {uploads.map((upload) => (
        <li key={upload.key}>
          <p>
            {t('upload.unfinished', {
              name: upload.fileName,
              size: byteText(upload.sizeBytes, i18n.language),
            })}
          </p>
          <Button
            size="sm"
            variant="quiet"
            icon={<Trash2 aria-hidden />}
            aria-label={t('upload.discardName', { name: upload.fileName })}
            onClick={() => void discard(upload)}
          >
            {t('upload.discard')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

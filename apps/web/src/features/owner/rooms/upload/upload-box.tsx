import type { ViewerMapType } from '@virtualcafe/contracts';
import { FileUp } from 'lucide-react';
import { useRef, useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button/button.js';
import { maxMapBytes } from './glb-first-look.js';
import { UnfinishedUploads } from './unfinished-uploads.js';
import styles from './upload-box.module.css';
import { UploadStatus } from './upload-status.js';
import type { OneMapUpload } from './use-map-upload.js';

type UploadBoxProps = { code: string; type: ViewerMapType; upload: OneMapUpload };

const megabytes = maxMapBytes / 1024 / 1024;
const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

/** Takes one model, by a button or dropped, and tells how far it is on its way. */
export function UploadBox({ code, type, upload }: UploadBoxProps) {
  const { t } = useTranslation('maps');
  const inputRef = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const { phase } = upload.state;
  const isFree = phase === 'idle' || phase === 'refused' || phase === 'sent';

  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (file !== undefined && isFree) upload.start(file);
  };

  return (
    <>
      <UploadStatus upload={upload} />
      {phase === 'idle' && <UnfinishedUploads code={code} type={type} />}
      {isFree && (
        <div
          className={styles['zone']}
          data-over={isOver || undefined}
          onDragOver={(event) => {
            if (!carriesFiles(event)) return;
            // Without this the browser opens the file in place of the page.
            event.preventDefault();
            setOver(true);
          }}
          onDragLeave={() => setOver(false)}
          onDrop={(event) => {
            event.preventDefault();
            setOver(false);
            take(event.dataTransfer.files);
          }}
        >
          <input
            ref={inputRef}
            type="file"
            hidden
            accept=".glb,model/gltf-binary"
            onChange={(event) => {
              take(event.target.files);
              // So that the same file can be chosen again.
              event.target.value = '';
            }}
          />
          <Button icon={<FileUp aria-hidden />} onClick={() => inputRef.current?.click()}>
            {t(type === 'RENDER' ? 'upload.chooseRender' : 'upload.chooseCollider')}
          </Button>
          <p className={styles['hint']}>{t('upload.hint', { megabytes })}</p>
        </div>
      )}
    </>
  );
}

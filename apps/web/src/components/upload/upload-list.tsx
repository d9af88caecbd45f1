import { RotateCw, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../lib/api/api-error.js';
import { useErrorText } from '../../lib/api/use-error-text.js';
import { Button, IconButton } from '../button/button.js';
import { maxImageMegabytes } from './image-file-rules.js';
import type { Upload } from './upload-queue.js';
import { ProgressBar } from '../feedback/progress-bar.js';
import styles from './upload-list.module.css';

type UploadListProps = { uploads: readonly Upload[]; onRetry: (id: number) => void; onCancel: (id: number) => void };

/** The files on their way, each with its progress or the reason why it was not taken. */
export function UploadList({ uploads, onRetry, onCancel }: UploadListProps) {
  const { t } = useTranslation('controls');
  const underway = uploads.filter(({ state }) => state !== 'failed').length;
  const failed = uploads.length - underway;
  return (
    <>
      <output className="visually-hidden">
        {underway > 0 && t('upload.underway', { count: underway })}{' '}
        {failed > 0 && t('upload.failed', { count: failed })}
      </output>
      {uploads.length > 0 && (
        <ul className={styles['list']} aria-label={t('upload.list')}>
          {uploads.map((upload) => (
            <UploadRow key={upload.id} {...{ upload, onRetry, onCancel }} />
          ))}
        </ul>
      )}
    </>
  );
}

function UploadRow({ upload, onRetry, onCancel }: Omit<UploadListProps, 'uploads'> & { upload: Upload }) {
  const { t } = useTranslation('controls');
  const { id, file, state } = upload;
  const failureText = useFailureText(upload);
  return (
    <li className={styles['row']} data-state={state}>
      <Preview url={upload.previewUrl} />
      <div className={styles['words']}>
        <span className={styles['name']}>{file.name}</span>
        {failureText === null ? <Progress upload={upload} /> : <span className={styles['failure']}>{failureText}</span>}
      </div>
      <div className={styles['actions']}>
        {mayPass(upload) && (
          <Button size="sm" icon={<RotateCw aria-hidden />} onClick={() => onRetry(id)}>
            {t('upload.retry')}
          </Button>
        )}
        <IconButton
          label={t(state === 'failed' ? 'upload.dismiss' : 'upload.cancel', { name: file.name })}
          onClick={() => onCancel(id)}
        >
          <X aria-hidden />
        </IconButton>
      </div>
    </li>
  );
}

function Progress({ upload: { file, state, sent } }: { upload: Upload }) {
  const { t } = useTranslation('controls');
  const percent = Math.round(sent * 100);
  return (
    <>
      {/* How long the server looks at the file is not known. */}
      <ProgressBar label={file.name} percent={state === 'checking' ? null : percent} />
      <span className={styles['state']}>
        {state === 'sending'
          ? t('upload.state.sending', { percent })
          : t(`upload.state.${state === 'checking' ? 'checking' : 'waiting'}`)}
      </span>
    </>
  );
}

/** A refusal of the file itself stands; what went wrong on the way may go well the next time. */
const mayPass = ({ failure }: Upload): boolean =>
  failure !== null &&
  'error' in failure &&
  !(failure.error instanceof ApiError && !failure.error.isTransient && failure.error.status < 500);

function useFailureText({ failure }: Upload): string | null {
  const { t } = useTranslation('controls');
  const errorText = useErrorText();
  if (failure === null) return null;
  if ('refusal' in failure) return t(`upload.refusal.${failure.refusal}`, { megabytes: maxImageMegabytes });
  return errorText(failure.error);
}

function Preview({ url }: { url: string }) {
  const [isShown, setShown] = useState(true);
  return (
    <span className={styles['preview']}>{isShown && <img src={url} alt="" onError={() => setShown(false)} />}</span>
  );
}

import { CircleCheck, Pause, Play, RotateCw, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button/button.js';
import { useErrorText } from '../../../../lib/api/use-error-text.js';
import { byteText } from './byte-text.js';
import { maxMapBytes } from './glb-first-look.js';
import type { MapUploadState } from './map-upload.js';
import { secondsLeft } from './transfer-speed.js';
import { ProgressBar } from '../../../../components/feedback/progress-bar.js';
import styles from './upload-status.module.css';
import type { OneMapUpload } from './use-map-upload.js';

/** How far a model is on its way, and the ways to hold it, to let it go on and to give it up; nothing when idle. */
export function UploadStatus({ upload }: { upload: OneMapUpload }) {
  const { t } = useTranslation('maps');
  const { state } = upload;
  const { phase, file } = state;
  return (
    <>
      <output className="visually-hidden">{phase === 'idle' ? '' : t(`upload.phase.${phase}`)}</output>
      {phase === 'refused' && <Refused state={state} />}
      {phase === 'sent' && (
        <p className={styles['sent']}>
          <CircleCheck aria-hidden />
          {t('upload.phase.sent')}
        </p>
      )}
      {file !== null && phase !== 'refused' && phase !== 'sent' && <UnderWay upload={upload} file={file} />}
    </>
  );
}

function UnderWay({ upload, file }: { upload: OneMapUpload; file: File }) {
  const { phase, sentBytes } = upload.state;
  const percent = file.size === 0 ? 0 : Math.floor((sentBytes / file.size) * 100);
  return (
    <div className={styles['row']} data-failed={phase === 'failed' || undefined}>
      <div className={styles['head']}>
        <span className={styles['name']}>{file.name}</span>
        <span className={styles['percent']}>{percent}%</span>
      </div>
      {/* While it is only looked at, nothing is on its way yet. */}
      <ProgressBar label={file.name} percent={phase === 'looking' ? null : percent} />
      <Words state={upload.state} />
      <Ways upload={upload} />
    </div>
  );
}

function Refused({ state: { file, refusal } }: { state: MapUploadState }) {
  const { t } = useTranslation('maps');
  if (refusal === null) return null;
  return (
    <div className={styles['row']} data-failed role="alert">
      <span className={styles['name']}>{file?.name}</span>
      <p className={styles['failure']}>{t(`upload.refusal.${refusal}`, { megabytes: maxMapBytes / 1024 / 1024 })}</p>
    </div>
  );
}

function Words({ state }: { state: MapUploadState }) {
  const { t, i18n } = useTranslation('maps');
  const errorText = useErrorText();
  const { phase, file, sentBytes, bytesPerSecond, isResumed, error } = state;
  if (phase === 'failed') {
    return (
      <p className={styles['failure']} role="alert">
        {errorText(error)}
      </p>
    );
  }
  if (phase === 'idle') return null;
  const total = file?.size ?? 0;
  const bytes = (value: number): string => byteText(value, i18n.language);
  return (
    <p className={styles['words']}>
      <span>{t(`upload.phase.${phase}`)}</span>
      <span>{t('upload.sentOf', { sent: bytes(sentBytes), total: bytes(total) })}</span>
      {bytesPerSecond !== null && <span>{t('upload.speed', { speed: bytes(bytesPerSecond) })}</span>}
      <TimeLeft seconds={secondsLeft(total - sentBytes, bytesPerSecond)} />
      {isResumed && <span>{t('upload.resumed')}</span>}
    </p>
  );
}

function TimeLeft({ seconds }: { seconds: number | null }) {
  const { t } = useTranslation('maps');
  if (seconds === null || seconds <= 0) return null;
  return (
    <span>
      {seconds < 90
        ? t('upload.secondsLeft', { count: seconds })
        : t('upload.minutesLeft', { count: Math.round(seconds / 60) })}
    </span>
  );
}

function Ways({ upload: { state, pause, resume, cancel } }: { upload: OneMapUpload }) {
  const { t } = useTranslation('maps');
  const { phase } = state;
  return (
    <div className={styles['ways']}>
      {(phase === 'sending' || phase === 'waiting') && (
        <Button size="sm" icon={<Pause aria-hidden />} onClick={() => void pause()}>
          {t('upload.pause')}
        </Button>
      )}
      {phase === 'paused' && (
        <Button size="sm" variant="primary" icon={<Play aria-hidden />} onClick={resume}>
          {t('upload.resume')}
        </Button>
      )}
      {phase === 'failed' && (
        <Button size="sm" variant="primary" icon={<RotateCw aria-hidden />} onClick={resume}>
          {t('upload.retry')}
        </Button>
      )}
      <Button size="sm" variant="quiet" icon={<X aria-hidden />} onClick={() => void cancel()}>
        {t('upload.cancel')}
      </Button>
    </div>
  );
}

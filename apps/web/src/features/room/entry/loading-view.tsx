import type { Image } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { Backdrop } from './backdrop.js';
import styles from './loading-view.module.css';

export type OpeningStage =
  | { readonly kind: 'place' }
  | { readonly kind: 'download'; readonly loadedBytes: number; readonly totalBytes: number }
  /** `done`: 0 to 1. */
  | { readonly kind: 'build'; readonly done: number };

type LoadingViewProps = { roomName: string; cover: Image | null; stage: OpeningStage; onCancel: () => void };

/** The part of the whole that each stage is held to be: the download is what one waits for. */
const downloadFrom = 0.05;
const buildFrom = 0.8;

function doneOf(stage: OpeningStage): number {
  if (stage.kind === 'place') return 0.02;
  if (stage.kind === 'build') return buildFrom + (1 - buildFrom) * stage.done;
  const share = stage.totalBytes === 0 ? 1 : stage.loadedBytes / stage.totalBytes;
  return downloadFrom + (buildFrom - downloadFrom) * share;
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1);

/** The café's photo while its room is being opened, and how far that is. */
export function LoadingView({ roomName, cover, stage, onCancel }: LoadingViewProps) {
  const { t } = useTranslation('room');
  const percent = Math.round(doneOf(stage) * 100);
  return (
    <Backdrop image={cover}>
      <div className={styles['panel']}>
        <h1 className={styles['name']}>{roomName}</h1>
        <progress
          aria-label={t('loading.label', { room: roomName })}
          aria-valuetext={`${t(`loading.${stage.kind}`)} ${percent}%`}
          max={100}
          value={percent}
          className={styles['bar']}
        />
        <p className={styles['stage']}>
          {t(`loading.${stage.kind}`)}
          {stage.kind === 'download' && (
            <span className={styles['size']}>
              {t('loading.downloadOf', { loaded: megabytes(stage.loadedBytes), total: megabytes(stage.totalBytes) })}
            </span>
          )}
        </p>
        <Button variant="quiet" size="sm" className={styles['cancel']} onClick={onCancel}>
          {t('loading.cancel')}
        </Button>
      </div>
    </Backdrop>
  );
}

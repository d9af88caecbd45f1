import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../lib/api/api-error.js';
import { useErrorText } from '../../lib/api/use-error-text.js';
import { DoorScene, type DoorMood } from '../brand/door-scene.js';
import { Button } from '../button/button.js';
import styles from './state-panel.module.css';

type StatePanelProps = {
  mood: DoorMood;
  title: string;
  text?: string;
  children?: ReactNode;
  headingLevel?: 1 | 2;
};

/** A drawn door with a few words: nothing here, not found, closed. `children` are the ways on. */
export function StatePanel({ mood, title, text, children, headingLevel = 2 }: StatePanelProps) {
  const Heading = headingLevel === 1 ? 'h1' : 'h2';
  return (
    <div className={styles['panel']}>
      <DoorScene mood={mood} className={styles['scene']} />
      <Heading className={styles['title']}>{title}</Heading>
      {text !== undefined && <p className={styles['text']}>{text}</p>}
      {children !== undefined && <div className={styles['ways']}>{children}</div>}
    </div>
  );
}

type ErrorPanelProps = { error: unknown; onRetry?: () => void; headingLevel?: 1 | 2 };

/** Says what went wrong: offline, the API not answering, or the API's own words; offers to try again. */
export function ErrorPanel({ error, onRetry, headingLevel }: ErrorPanelProps) {
  const { t } = useTranslation();
  const { title, text } = useFailureWords(error);
  const requestId = error instanceof ApiError ? error.requestId : undefined;
  return (
    <div role="alert">
      <StatePanel mood="closed" title={title} text={text} {...(headingLevel && { headingLevel })}>
        {onRetry && (
          <Button variant="primary" onClick={onRetry}>
            {t('action.retry')}
          </Button>
        )}
        {requestId !== undefined && <p className={styles['reference']}>{t('state.errorReference', { requestId })}</p>}
      </StatePanel>
    </div>
  );
}

function useFailureWords(error: unknown): { title: string; text: string } {
  const { t } = useTranslation();
  const errorText = useErrorText();
  if (!navigator.onLine) return { title: t('state.offlineTitle'), text: t('state.offlineText') };
  if (error instanceof ApiError && error.isTransient && error.status !== 429) {
    return { title: t('state.unavailableTitle'), text: t('state.unavailableText') };
  }
  return { title: t('state.errorTitle'), text: errorText(error) };
}

import { LoaderCircle, WifiOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useVisitState } from '../visit-context.js';
import styles from './connection-note.module.css';

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener);
  addEventListener('offline', listener);
  return () => {
    removeEventListener('online', listener);
    removeEventListener('offline', listener);
  };
}

type Words = 'offline' | 'moving' | 'away' | 'contextLost';

function useWords(isContextLost: boolean): Words | null {
  const { phase } = useVisitState();
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (phase.kind === 'away') {
    if (!isOnline) return 'offline';
    return phase.isMoving ? 'moving' : 'away';
  }
  return isContextLost ? 'contextLost' : null;
}

/** Says what is missing while it is missing: the connection, or the graphics card. */
export function ConnectionNote({ isContextLost }: { isContextLost: boolean }) {
  const { t } = useTranslation('room');
  const words = useWords(isContextLost);
  return (
    <output className={styles['place']}>
      {words !== null && (
        <span className={styles['note']}>
          {words === 'offline' ? <WifiOff aria-hidden /> : <LoaderCircle aria-hidden className={styles['turning']} />}
          {t(`hud.${words}`)}
        </span>
      )}
    </output>
  );
}

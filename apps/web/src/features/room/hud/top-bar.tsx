import { ExternalLink, LogOut, Settings2, Share2, Users } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useVisit, useVisitState } from '../visit-context.js';
import { HudButton } from './hud-button.js';
import styles from './top-bar.module.css';

/** Where one is, who is here, and the way out. */
export function TopBar() {
  const { t } = useTranslation('room');
  const { room, isEmbedded, openPanel, leave } = useVisit();
  const { roster } = useVisitState();
  const count = roster.size;
  return (
    <header className={styles['bar']}>
      <HudButton label={t('hud.leave')} onPress={leave}>
        <LogOut aria-hidden className={styles['leave']} />
      </HudButton>
      <div className={styles['place']}>
        <h1 className={styles['name']}>{room.name}</h1>
        <p className={styles['cafe']}>{room.cafe.name}</p>
      </div>
      <div className={styles['tools']}>
        <HudButton
          label={t('hud.people', { count })}
          onPress={() => openPanel({ kind: 'people' })}
          text={<span className={styles['count']}>{count}</span>}
        >
          <Users aria-hidden />
        </HudButton>
        {isEmbedded ? (
          <a
            href={`/r/${room.code}`}
            target="_blank"
            rel="noopener"
            className={styles['full']}
            aria-label={t('hud.openFull')}
            title={t('hud.openFull')}
          >
            <ExternalLink aria-hidden />
          </a>
        ) : (
          <HudButton label={t('hud.share')} onPress={() => openPanel({ kind: 'share' })}>
            <Share2 aria-hidden />
          </HudButton>
        )}
        <HudButton label={t('hud.settings')} onPress={() => openPanel({ kind: 'settings' })}>
          <Settings2 aria-hidden />
        </HudButton>
      </div>
    </header>
  );
}

import { QrCode } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../components/button/button.js';
import { CopyButton } from '../../../components/copy/copy-button.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { useVisit, useVisitState } from '../visit-context.js';
import styles from './share-dialog.module.css';
import { embedCode, friendUrl, publicOrigin, roomUrl } from '../../../lib/rooms/room-links.js';

type ShareDialogProps = { isOpen: boolean; onClose: () => void };

/** Addresses to give away; for keepers also a poster and the code for another site. */
export function ShareDialog({ isOpen, onClose }: ShareDialogProps) {
  const { t } = useTranslation('room');
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('share.title')} shape="sheet">
      <Ways />
    </Dialog>
  );
}

function Ways() {
  const { t } = useTranslation('room');
  const { room } = useVisit();
  const { self } = useVisitState();
  const origin = publicOrigin();
  return (
    <div className={styles['ways']}>
      {self !== null && (
        <Way title={t('share.friend')} hint={t('share.friendHint')}>
          <Address text={friendUrl(origin, room.code, self.key)} />
        </Way>
      )}
      <Way title={t('share.link')}>
        <Address text={roomUrl(origin, room.code)} />
      </Way>
      {self?.role === 'KEEPER' && (
        <Way title={t('share.embed')} hint={t('share.embedHint')}>
          <Address text={embedCode(origin, room.code, room.name)} copyLabel={t('share.copyCode')} />
        </Way>
      )}
      <ButtonLink
        to={`/r/${room.code}/poster`}
        target="_blank"
        className={styles['poster']}
        icon={<QrCode aria-hidden />}
      >
        {t('share.poster')}
      </ButtonLink>
    </div>
  );
}

const Way = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <section className={styles['way']}>
    <h3 className={styles['title']}>{title}</h3>
    {children}
    {hint !== undefined && <p className={styles['hint']}>{hint}</p>}
  </section>
);

function Address({ text, copyLabel }: { text: string; copyLabel?: string }) {
  const { t } = useTranslation('room');
  return (
    <div className={styles['address']}>
      <code className={styles['text']}>{text}</code>
      <CopyButton text={text} label={copyLabel ?? t('share.copy')} />
    </div>
  );
}

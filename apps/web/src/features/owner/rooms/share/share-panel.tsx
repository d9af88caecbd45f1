import type { ManagedViewer } from '@virtualcafe/contracts';
import { Printer } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../../components/button/button.js';
import { CopyButton } from '../../../../components/copy/copy-button.js';
import { QrCode } from '../../../../components/qr-code/qr-code.js';
import { drawQr } from '../../../../components/qr-code/qr-drawing.js';
import { Section } from '../../../../components/section/section.js';
import { embedCode, publicOrigin, roomUrl } from '../../../../lib/rooms/room-links.js';
import styles from './share-panel.module.css';

/** The ways to bring people into a room: its address, a poster with a QR code, and a place in another page. */
export function SharePanel({ room }: { room: ManagedViewer }) {
  const { t } = useTranslation(['rooms', 'common']);
  const origin = publicOrigin();
  const address = roomUrl(origin, room.code);
  const snippet = embedCode(origin, room.code, `${room.cafe.name} – ${room.name}`);
  const drawing = useMemo(() => drawQr(address), [address]);
  return (
    <div className={styles['panel']}>
      <Section title={t('share.linkTitle')} lead={room.isOpen ? t('share.linkLead') : t('share.closed')}>
        <p className={styles['address']}>
          <a href={address}>{address}</a>
        </p>
        <div className={styles['actions']}>
          <CopyButton text={address} label={t('share.copyLink')} />
        </div>
      </Section>
      <Section title={t('share.posterTitle')} lead={t('share.posterLead')}>
        <QrCode drawing={drawing} label={t('share.qr', { address })} className={styles['qr']} />
        <div className={styles['actions']}>
          <ButtonLink to={`/r/${room.code}/poster`} icon={<Printer aria-hidden />}>
            {t('share.poster')}
          </ButtonLink>
        </div>
      </Section>
      <Section title={t('share.embedTitle')} lead={t('share.embedLead')} className={styles['wide']}>
        <pre className={styles['snippet']}>
          <code>{snippet}</code>
        </pre>
        <div className={styles['actions']}>
          <CopyButton text={snippet} label={t('share.copySnippet')} />
        </div>
      </Section>
    </div>
  );
}

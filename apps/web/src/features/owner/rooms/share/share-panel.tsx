import type { ManagedViewer } from '@virtualcafe/contracts';
import { Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../../components/button/button.js';
import { CopyButton } from '../../../../components/copy/copy-button.js';
import { Section } from '../../../../components/section/section.js';
import { embedSnippet } from './embed-snippet.js';
import { QrCode } from './qr-code.js';
import styles from './share-panel.module.css';

/** The ways to bring people into a room: its address, a poster with a QR code, and a place in another page. */
export function SharePanel({ room }: { room: ManagedViewer }) {
  const { t } = useTranslation(['rooms', 'common']);
  const address = `${location.origin}/r/${room.code}`;
  const snippet = embedSnippet(address, `${room.cafe.name} – ${room.name}`);
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
        <QrCode text={address} label={t('share.qr', { address })} className={styles['qr']} />
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

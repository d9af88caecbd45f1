import type { Cafe } from '@virtualcafe/contracts';
import { Clock, Copy, ExternalLink, Footprints, MapPin, Phone, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { copyText } from '../../../lib/copy-text.js';
import { mapLinks } from './map-links.js';
import { OpeningTable } from './opening-table.js';
import styles from './visit-card.module.css';

/** What one needs to go there: hours, address with maps, phone, the way. */
export function VisitCard({ cafe }: { cafe: Cafe }) {
  const { t } = useTranslation('cafe');
  return (
    <section className={styles['card']}>
      <h2 className={styles['title']}>{t('visit')}</h2>
      {cafe.openingHours !== null && (
        <Part icon={Clock} title={t('hours.title')}>
          <OpeningTable hours={cafe.openingHours} />
        </Part>
      )}
      <Part icon={MapPin} title={t('address')}>
        <Address cafe={cafe} />
      </Part>
      {cafe.directions !== '' && (
        <Part icon={Footprints} title={t('directions')}>
          <p className={styles['directions']}>{cafe.directions}</p>
        </Part>
      )}
      {cafe.phone !== null && (
        <Part icon={Phone} title={t('phone')}>
          <a href={`tel:${cafe.phone.replaceAll('-', '')}`} className={styles['phone']}>
            {cafe.phone}
          </a>
        </Part>
      )}
    </section>
  );
}

const Part = ({ icon: Icon, title, children }: { icon: LucideIcon; title: string; children: ReactNode }) => (
  <div className={styles['part']}>
    <h3 className={styles['partTitle']}>
      <Icon aria-hidden />
      {title}
    </h3>
    {children}
  </div>
);

function Address({ cafe }: { cafe: Cafe }) {
  const { t } = useTranslation('cafe');
  const { t: tCommon } = useTranslation();
  const copy = async (): Promise<void> => {
    if (await copyText(cafe.address)) toast.success(t('addressCopied'));
    else toast.error(t('copyFailed'));
  };
  return (
    <>
      <address className={styles['address']}>{cafe.address}</address>
      <Button size="sm" icon={<Copy aria-hidden />} onClick={() => void copy()}>
        {t('copyAddress')}
      </Button>
      <p className={styles['mapsTitle']}>{t('openMap')}</p>
      <ul className={styles['maps']}>
        {mapLinks(cafe).map(({ provider, url }) => (
          <li key={provider}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              {t(`maps.${provider}`)}
              <ExternalLink aria-hidden />
              <span className="visually-hidden">({tCommon('newWindow')})</span>
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

import type { VirtualLink } from '@virtualcafe/contracts';
import { ArrowUpRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { LogoMark } from '../../../components/brand/logo.js';
import { Photo } from '../../../components/photo/photo.js';
import styles from './virtual-links.module.css';

/** The café's rooms elsewhere on the net; one that is not ready says so and leads nowhere. */
export function VirtualLinks({ links }: { links: readonly VirtualLink[] }) {
  const { t } = useTranslation('cafe');
  if (links.length === 0) return null;
  return (
    <section className={styles['section']}>
      <h2 className={styles['title']}>{t('virtual.title')}</h2>
      <p className={styles['lead']}>{t('virtual.lead')}</p>
      <ul className={styles['list']}>
        {links.map((link) => (
          <li key={link.id} className={styles['link']} data-available={link.isAvailable || undefined}>
            <Picture link={link} />
            <Words link={link} />
          </li>
        ))}
      </ul>
    </section>
  );
}

const Picture = ({ link: { thumbnail } }: { link: VirtualLink }) => (
  <span className={styles['picture']}>
    {thumbnail === null ? <LogoMark /> : <Photo image={thumbnail} alt="" sizes="9rem" className={styles['photo']} />}
  </span>
);

function Words({ link }: { link: VirtualLink }) {
  const { t } = useTranslation('cafe');
  const { t: tCommon } = useTranslation();
  return (
    <div className={styles['words']}>
      <p className={styles['type']}>{t(`virtual.types.${link.type}`)}</p>
      <h3 className={styles['name']}>{link.name}</h3>
      {link.isAvailable ? (
        <a href={link.url} target="_blank" rel="noopener noreferrer" className={styles['enter']}>
          {t('virtual.enter')}
          <ArrowUpRight aria-hidden />
          <span className="visually-hidden">
            {link.name} ({tCommon('newWindow')})
          </span>
        </a>
      ) : (
        <p className={styles['preparing']}>{t('virtual.preparing')}</p>
      )}
    </div>
  );
}

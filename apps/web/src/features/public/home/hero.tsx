import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { AppLink } from '../../../components/navigation/app-link.js';
import { SearchBox } from '../../../components/search-box/search-box.js';
import { searchPath } from '../search/search-state.js';
import { CafeFront } from './cafe-front.js';
import styles from './hero.module.css';

/** The greeting, with a search box under it and a drawn café beside it. */
export function Hero() {
  const { t } = useTranslation('home');
  const { t: tCommon } = useTranslation();
  const navigate = useNavigate();
  const [words, setWords] = useState('');
  return (
    <section className={`page ${styles['hero']}`}>
      <div className={styles['words']}>
        <h1 className={styles['headline']}>{t('headline')}</h1>
        <p className={styles['lead']}>{t('lead')}</p>
        <SearchBox
          value={words}
          onValue={setWords}
          onSubmit={() => void navigate(searchPath({ q: words }))}
          label={t('searchLabel')}
          placeholder={t('searchPlaceholder')}
          hint={t('searchHint')}
          submitLabel={tCommon('action.search')}
        />
        <AppLink to={searchPath({})} className={styles['all']}>
          {t('browseAll')}
          <ArrowRight aria-hidden />
        </AppLink>
      </div>
      <CafeFront className={styles['front']} />
    </section>
  );
}

import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../../lib/navigation/page-title.js';
import { Hero } from './hero.js';
import { NewestCafes } from './newest-cafes.js';
import { RegionBoard } from './region-board.js';

/** The first page: what this is, what is new, and where to look. */
export default function HomePage() {
  const { t } = useTranslation('home');
  usePageTitle(t('pageTitle'));
  return (
    <>
      <Hero />
      <NewestCafes />
      <RegionBoard />
    </>
  );
}

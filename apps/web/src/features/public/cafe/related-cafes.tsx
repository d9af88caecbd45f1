import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import type { Cafe, CafeSummary } from '@virtualcafe/contracts';
import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CafeCard } from '../../../components/cafe-card/cafe-card.js';
import { AppLink } from '../../../components/navigation/app-link.js';
import { cafeListQuery } from '../../../lib/queries/cafes.js';
import { searchPath } from '../search/search-state.js';
import styles from './related-cafes.module.css';

const shownCount = 4;
// A region with fewer others than this is too small to go around in: the one above it is shown.
const enough = 3;
const cardSizes = '(max-width: 40rem) 10rem, (max-width: 64rem) 45vw, 20rem';

type Related = { regionId: string; regionName: string; cafes: CafeSummary[] };

/** The other cafés of the smallest region around a café that has enough of them; null when it stands alone. */
const relatedQuery = ({ code, regionPath }: Cafe) =>
  queryOptions({
    queryKey: ['cafes', 'related', code],
    queryFn: async ({ client }): Promise<Related | null> => {
      let related: Related | null = null;
      for (const { id, shortName } of regionPath.toReversed()) {
        const cafes = await othersIn(client, id, code);
        if (cafes.length > 0) related = { regionId: id, regionName: shortName, cafes };
        if (cafes.length >= enough) break;
      }
      return related;
    },
  });

async function othersIn(client: QueryClient, regionId: string, code: string): Promise<CafeSummary[]> {
  const filter = { page: 1, pageSize: shownCount + 1, regionId, sort: 'newest' } as const;
  const { items } = await client.fetchQuery(cafeListQuery(filter));
  return items.filter((cafe) => cafe.code !== code).slice(0, shownCount);
}

/** Where else to go around there; nothing while that is unknown, for the page is complete without. */
export function RelatedCafes({ cafe }: { cafe: Cafe }) {
  const { t } = useTranslation('cafe');
  const { data: related } = useQuery(relatedQuery(cafe));
  if (!related) return null;
  return (
    <section className={styles['section']}>
      <header className={styles['head']}>
        <h2>{t('related', { region: related.regionName })}</h2>
        <AppLink to={searchPath({ regionId: related.regionId })} className={styles['all']}>
          {t('relatedAll')}
          <ArrowRight aria-hidden />
        </AppLink>
      </header>
      <ul className={styles['list']}>
        {related.cafes.map((other) => (
          <li key={other.id}>
            <CafeCard cafe={other} shape="row" sizes={cardSizes} />
          </li>
        ))}
      </ul>
    </section>
  );
}

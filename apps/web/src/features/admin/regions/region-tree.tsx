import type { ManagedRegion } from '@virtualcafe/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/badge/badge.js';
import { Button } from '../../../components/button/button.js';
import { SearchField } from '../../../components/field/search-field.js';
import { pathTo, rowsOf, searchTree, type Tree } from '../../../components/tree/tree-model.js';
import { TreeView } from '../../../components/tree/tree-view.js';
import { isHiddenFromAbove } from './region-places.js';
import styles from './region-tree.module.css';

type RegionTreeProps = {
  tree: Tree<ManagedRegion>;
  selectedId: string | null;
  onSelect: (id: string) => void;
  /** Only these can be chosen; all when left out. */
  choosable?: ReadonlySet<string>;
  /** Opened at first. */
  initiallyExpanded?: readonly string[];
};

const nothing: readonly string[] = [];

const noteOf = (region: ManagedRegion) => <Note region={region} />;

/** The regions as a tree, with a search within it. */
export function RegionTree({ tree, selectedId, onSelect, choosable, initiallyExpanded = nothing }: RegionTreeProps) {
  const { t } = useTranslation('admin');
  const [words, setWords] = useState('');
  const [expanded, setExpanded] = useState<ReadonlySet<string>>(new Set(initiallyExpanded));
  const [shownId, setShownId] = useState(selectedId);

  // What is chosen from outside (a region just added or moved) is opened up to.
  if (selectedId !== shownId) {
    setShownId(selectedId);
    if (selectedId !== null) {
      const above = pathTo(tree, selectedId).slice(0, -1);
      setExpanded(new Set([...expanded, ...above.map(({ id }) => id)]));
    }
  }

  const found = searchTree(tree, words);
  const rows = rowsOf(tree, expanded, found);
  const expand = (id: string, isExpanded: boolean): void => {
    const next = new Set(expanded);
    if (isExpanded) next.add(id);
    else next.delete(id);
    setExpanded(next);
  };

  return (
    <div className={styles['tree']}>
      <div className={styles['tools']}>
        <SearchField label={t('regions.search')} placeholder={t('regions.search')} value={words} onSearch={setWords} />
        {expanded.size > 0 && found === null && (
          <Button variant="quiet" size="sm" onClick={() => setExpanded(new Set())}>
            {t('regions.collapseAll')}
          </Button>
        )}
      </div>
      {rows.length === 0 ? (
        <p className={styles['empty']}>{found === null ? t('regions.empty') : t('regions.noMatch', { q: words })}</p>
      ) : (
        <TreeView
          label={t('regions.tree')}
          rows={rows}
          selectedId={selectedId}
          onSelect={({ id }) => onSelect(id)}
          onExpand={expand}
          note={noteOf}
          isDimmed={({ id, isDisabled }) => isDisabled || isHiddenFromAbove(tree, id)}
          isDisabled={({ id }) => choosable?.has(id) === false}
        />
      )}
    </div>
  );
}

function Note({ region: { cafeCount, isDisabled } }: { region: ManagedRegion }) {
  const { t } = useTranslation('admin');
  return (
    <>
      {isDisabled && <Badge>{t('regions.hidden')}</Badge>}
      {cafeCount > 0 && t('regions.cafes', { count: cafeCount })}
    </>
  );
}

import type { TransactionLogEntry } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import type { Column } from '../../../components/table/data-table.js';
import { momentText } from '../../../lib/format/moments.js';
import { shortId, useActorName } from './actor-name.js';
import { ChangeList } from './change-list.js';
import styles from './log-columns.module.css';

type OnFilter = (filter: { actorId: string } | { resourceId: string; resourceType: string }) => void;

/** What the table shows of each entry. An actor or a thing, chosen, narrows the list to what concerns it. */
export function useLogColumns(onFilter: OnFilter): Column<TransactionLogEntry>[] {
  const { t, i18n } = useTranslation('admin');
  return [
    {
      key: 'at',
      header: t('log.at'),
      isOneLine: true,
      cell: ({ createdAt }) => (
        <time dateTime={createdAt} className={styles['at']}>
          {momentText(createdAt, i18n.language)}
        </time>
      ),
    },
    {
      key: 'actor',
      header: t('log.actor'),
      isOneLine: true,
      cell: (entry) => <Actor entry={entry} onFilter={onFilter} />,
    },
    {
      key: 'act',
      header: t('log.act'),
      isOneLine: true,
      cell: ({ action }) => <code className={styles['action']}>{action}</code>,
    },
    {
      key: 'resource',
      header: t('log.resource'),
      isOneLine: true,
      cell: (entry) => <Resource entry={entry} onFilter={onFilter} />,
    },
    {
      key: 'changes',
      header: t('log.changes'),
      cell: ({ before, after }) => <ChangeList before={before} after={after} />,
    },
  ];
}

type EntryProps = { entry: TransactionLogEntry; onFilter: OnFilter };

function Actor({ entry: { actorKind, actorId }, onFilter }: EntryProps) {
  const { t } = useTranslation('admin');
  const name = useActorName(actorKind, actorId);
  if (actorId === null) return name;
  return (
    <button
      type="button"
      className={styles['filter']}
      title={t('log.byActor', { name })}
      onClick={() => onFilter({ actorId })}
    >
      {name}
    </button>
  );
}

const knownTypes = ['user', 'session', 'api-key', 'region', 'cafe', 'image', 'demo'] as const;

function Resource({ entry: { resourceType, resourceId }, onFilter }: EntryProps) {
  const { t } = useTranslation('admin');
  const known = knownTypes.find((type) => type === resourceType);
  const type = known === undefined ? resourceType : t(`log.resources.${known}`);
  if (resourceId === null) return type;
  return (
    <button
      type="button"
      className={styles['filter']}
      title={t('log.byResource', { id: resourceId })}
      onClick={() => onFilter({ resourceId, resourceType })}
    >
      {type} <span className={styles['id']}>{shortId(resourceId)}</span>
    </button>
  );
}

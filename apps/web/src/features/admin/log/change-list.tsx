import { useTranslation } from 'react-i18next';
import styles from './change-list.module.css';
import { changesBetween, type Change } from './changes.js';
import { useFieldName } from './use-field-name.js';

// More than this is folded away, so that one entry does not push the others off the screen.
const openCount = 3;
const openLength = 240;

/** What an entry of the log changed: each field with what it was and what it became. */
export function ChangeList({ before, after }: { before: unknown; after: unknown }) {
  const { t } = useTranslation('admin');
  const textOf = useValueText();
  const changes = changesBetween(before, after);
  if (changes.length === 0) return <span className={styles['none']}>{t('log.none')}</span>;

  const length = changes.reduce((sum, change) => sum + textOf(change.before).length + textOf(change.after).length, 0);
  const list = (
    <ul className={styles['list']}>
      {changes.map((change) => (
        <ChangeLine key={change.path} change={change} />
      ))}
    </ul>
  );
  if (changes.length <= openCount && length <= openLength) return list;
  return (
    <details className={styles['folded']}>
      <summary>{t('log.fields', { count: changes.length })}</summary>
      {list}
    </details>
  );
}

function ChangeLine({ change: { path, before, after } }: { change: Change }) {
  const { t } = useTranslation('admin');
  const textOf = useValueText();
  const nameOf = useFieldName();
  return (
    <li className={styles['line']}>
      <span className={styles['path']} title={path}>
        {nameOf(path)}
      </span>
      {before !== undefined && (
        <del className={styles['before']}>
          <span className="visually-hidden">{t('log.before')}: </span>
          {textOf(before)}
        </del>
      )}
      {after !== undefined && (
        <ins className={styles['after']}>
          <span className="visually-hidden">{t('log.after')}: </span>
          {textOf(after)}
        </ins>
      )}
    </li>
  );
}

function useValueText(): (value: unknown) => string {
  const { t } = useTranslation('admin');
  const textOf = (value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('log.empty');
    if (typeof value === 'boolean') return value ? t('log.yes') : t('log.no');
    if (Array.isArray(value) && value.length === 0) return t('log.empty');
    if (typeof value === 'string') return value;
    if (Array.isArray(value)) return value.map(textOf).join('\n');
    return JSON.stringify(value);
  };
  return textOf;
}

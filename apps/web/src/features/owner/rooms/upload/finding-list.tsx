import type { MapFinding } from '@virtualcafe/contracts';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import styles from './finding-list.module.css';
import { gravestFirst } from './finding-order.js';
import { useFindingText } from './use-finding-text.js';

const icons = { error: CircleAlert, warning: TriangleAlert, info: Info };
/** More of them say nothing new. */
const mostShown = 20;

/** What the check of a model has found, in words and with what to do, the gravest first. */
export function FindingList({ findings }: { findings: readonly MapFinding[] }) {
  const { t } = useTranslation('maps');
  const textOf = useFindingText();
  if (findings.length === 0) return null;
  const shown = gravestFirst(findings).slice(0, mostShown);
  return (
    <div className={styles['findings']}>
      <ul className={styles['list']} aria-label={t('finding.title')}>
        {shown.map((finding) => {
          const Icon = icons[finding.severity];
          const { what, advice } = textOf(finding);
          return (
            <li key={`${finding.code} ${finding.pointer}`} data-severity={finding.severity}>
              <Icon aria-hidden />
              <div>
                <p className={styles['what']}>
                  <span className="visually-hidden">{t(`finding.severity.${finding.severity}`)}: </span>
                  {what}
                </p>
                {advice !== null && <p>{advice}</p>}
                <p className={styles['exact']}>
                  {finding.message}
                  {finding.pointer !== '' && ` (${finding.pointer})`}
                </p>
              </div>
            </li>
          );
        })}
      </ul>
      {findings.length > shown.length && (
        <p className={styles['exact']}>{t('finding.more', { count: findings.length - shown.length })}</p>
      )}
    </div>
  );
}

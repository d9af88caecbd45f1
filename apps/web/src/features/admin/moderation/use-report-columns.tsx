import type { ModerationReport, ReportStatus } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Badge, type BadgeTone } from '../../../components/badge/badge.js';
import { Button } from '../../../components/button/button.js';
import type { Column } from '../../../components/table/data-table.js';
import { momentText } from '../../../lib/format/moments.js';
import styles from './report-columns.module.css';

const tones: Record<ReportStatus, BadgeTone> = { OPEN: 'warm', UPHELD: 'bad', DISMISSED: 'neutral' };

/** What the queue shows of each report, and the way to look into it. */
export function useReportColumns(onShow: (report: ModerationReport) => void): Column<ModerationReport>[] {
  const { t, i18n } = useTranslation('moderation');
  const aboutName = ({ aboutUser, evidence }: ModerationReport): string =>
    aboutUser?.nickname ?? evidence?.nickname ?? t('reports.unknown');
  return [
    {
      key: 'about',
      header: t('reports.about'),
      cell: (report) => (
        <span className={styles['stacked']}>
          {aboutName(report)}
          <span className={styles['more']}>{t(`reports.targets.${report.targetType}`)}</span>
        </span>
      ),
    },
    {
      key: 'reason',
      header: t('reports.reason'),
      isOneLine: true,
      cell: ({ reason }) => t(`reports.reasons.${reason}`),
    },
    {
      key: 'evidence',
      header: t('reports.said'),
      cell: ({ evidence, detail }) => (
        <span className={styles['said']}>{evidence !== null && evidence.text !== '' ? evidence.text : detail}</span>
      ),
    },
    {
      key: 'created',
      header: t('reports.created'),
      isOneLine: true,
      cell: ({ createdAt }) => momentText(createdAt, i18n.language),
    },
    {
      key: 'status',
      header: t('reports.status'),
      cell: ({ status, handledBy }) => (
        <span className={styles['stacked']}>
          <span>
            <Badge tone={tones[status]}>{t(`reports.statuses.${status}`)}</Badge>
          </span>
          {handledBy !== null && <span className={styles['more']}>{handledBy.nickname}</span>}
        </span>
      ),
    },
    {
      key: 'actions',
      header: t('actions'),
      isActions: true,
      cell: (report) => (
        <Button
          size="sm"
          variant={report.status === 'OPEN' ? 'primary' : 'secondary'}
          aria-label={t('reports.showOf', { name: aboutName(report) })}
          onClick={() => onShow(report)}
        >
          {report.status === 'OPEN' ? t('reports.decide') : t('reports.show')}
        </Button>
      ),
    },
  ];
}

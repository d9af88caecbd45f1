import type { ModerationReport } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../../components/navigation/app-link.js';
import { momentText } from '../../../lib/format/moments.js';
import styles from './report-facts.module.css';

/** Who complained of whom, why, and what was said as the room's own record has it. */
export function ReportFacts({ report }: { report: ModerationReport }) {
  const { t, i18n } = useTranslation('moderation');
  const { aboutUser, reporter, reason, detail, evidence, createdAt } = report;
  return (
    <>
      {evidence !== null && evidence.text !== '' && (
        <blockquote className={styles['quote']}>
          <p>{evidence.text}</p>
          <footer>
            {evidence.nickname} · {momentText(new Date(evidence.atMs).toISOString(), i18n.language)}
          </footer>
        </blockquote>
      )}
      <dl className={styles['facts']}>
        <Fact name={t('reports.about')}>
          {aboutUser?.nickname ?? evidence?.nickname ?? t('reports.unknown')}
          {aboutUser === null && ` (${t('reports.guest')})`}
        </Fact>
        <Fact name={t('reports.reason')}>{t(`reports.reasons.${reason}`)}</Fact>
        {detail !== '' && <Fact name={t('reports.detail')}>{detail}</Fact>}
        {evidence !== null && (
          <Fact name={t('reports.room')}>
            <AppLink to={`/r/${evidence.room}`}>{`/r/${evidence.room}`}</AppLink>
          </Fact>
        )}
        <Fact name={t('reports.reporter')}>{reporter?.nickname ?? t('reports.guest')}</Fact>
        <Fact name={t('reports.created')}>{momentText(createdAt, i18n.language)}</Fact>
      </dl>
    </>
  );
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

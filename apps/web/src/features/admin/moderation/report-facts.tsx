import type { ChatEvidence, ModerationReport } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { AppLink } from '../../../components/navigation/app-link.js';
import { momentText } from '../../../lib/format/moments.js';
import styles from './report-facts.module.css';

/** Who complained of whom, why, and what was said as the room's own record has it. */
export function ReportFacts({ report }: { report: ModerationReport }) {
  const { t, i18n } = useTranslation('moderation');
  const { aboutUser, reporter, reason, detail, evidence, createdAt } = report;
  const guest = evidence === null ? t('reports.unknown') : `${evidence.nickname} (${t('reports.guest')})`;
  return (
    <>
      {evidence !== null && evidence.text !== '' && <Said evidence={evidence} />}
      <dl className={styles['facts']}>
        <Fact name={t('reports.about')}>{aboutUser?.nickname ?? guest}</Fact>
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

function Said({ evidence: { text, nickname, atMs } }: { evidence: ChatEvidence }) {
  const { i18n } = useTranslation('moderation');
  return (
    <blockquote className={styles['quote']}>
      <p>{text}</p>
      <footer>
        {nickname} · {momentText(new Date(atMs).toISOString(), i18n.language)}
      </footer>
    </blockquote>
  );
}

const Fact = ({ name, children }: { name: string; children: React.ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

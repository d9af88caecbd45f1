import type { ModerationReport } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { momentText } from '../../../lib/format/moments.js';
import { DecisionForm } from './decision-form.js';
import { ReportFacts } from './report-facts.js';
import styles from './report-dialog.module.css';

type ReportDialogProps = { report: ModerationReport; onClose: () => void };

/** One report with everything that is known of it; an open one can be decided here. */
export function ReportDialog({ report, onClose }: ReportDialogProps) {
  const { t } = useTranslation(['moderation', 'common']);
  if (report.status === 'OPEN') return <DecisionForm report={report} onClose={onClose} />;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('reports.title')}
      footer={<Button onClick={onClose}>{t('common:action.close')}</Button>}
    >
      <div className={styles['content']}>
        <ReportFacts report={report} />
        <Handled report={report} />
      </div>
    </Dialog>
  );
}

function Handled({ report: { status, handledBy, handledAt, resolution } }: { report: ModerationReport }) {
  const { t, i18n } = useTranslation('moderation');
  return (
    <div className={styles['handled']}>
      <p>
        <strong>{t(`reports.statuses.${status}`)}</strong>
        {handledBy !== null && ` · ${handledBy.nickname}`}
        {handledAt !== null && ` · ${momentText(handledAt, i18n.language)}`}
      </p>
      {resolution !== '' && <p>{resolution}</p>}
    </div>
  );
}

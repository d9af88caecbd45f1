import { type ChatMessage, reportReasons, type ReportReason } from '@virtualcafe/contracts';
import { useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { FormError } from '../../../components/field/form-error.js';
import { TextAreaField } from '../../../components/field/text-fields.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { personByKey } from '../session/roster.js';
import { useVisit, useVisitState } from '../visit-context.js';
import styles from './report-dialog.module.css';
import { useRefusalText } from './use-refusal-text.js';

type Subject = { readonly key: string; readonly message: ChatMessage | null };

type ReportDialogProps = { subject: Subject | null; onClose: () => void };

/** A complaint to the moderators. */
export function ReportDialog({ subject, onClose }: ReportDialogProps) {
  const { t } = useTranslation('room');
  const { roster, chat } = useVisitState();
  const nickname =
    subject === null ? '' : (personByKey(roster, subject.key)?.nickname ?? subject.message?.nickname ?? '');
  // The last they said is what is most likely meant; the room keeps its own record of it.
  const message = subject?.message ?? chat.messages.findLast(({ key }) => key === subject?.key) ?? null;
  return (
    <Dialog isOpen={subject !== null} onClose={onClose} title={t('report.title', { nickname })} shape="sheet">
      {subject !== null && <ReportForm personKey={subject.key} message={message} onDone={onClose} />}
    </Dialog>
  );
}

type ReportFormProps = { personKey: string; message: ChatMessage | null; onDone: () => void };

function ReportForm({ personKey, message, onDone }: ReportFormProps) {
  const { t } = useTranslation('room');
  const { session } = useVisit();
  const refusalText = useRefusalText();
  const [reason, setReason] = useState<ReportReason>('ABUSE');
  const [detail, setDetail] = useState('');
  const [isAboutMessage, setAboutMessage] = useState(message !== null);
  const [error, setError] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);

  const send = async (): Promise<void> => {
    setBusy(true);
    const sequence = isAboutMessage ? (message?.sequence ?? null) : null;
    const line = detail.replaceAll(/\s+/g, ' ').trim();
    const answer = await session.report({ key: personKey, sequence, reason, detail: line });
    setBusy(false);
    if (answer?.ok !== true) {
      setError(refusalText(answer?.code));
      return;
    }
    toast.success(t('report.done'));
    onDone();
  };

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    if (!isBusy) void send();
  };

  return (
    <form className={styles['form']} onSubmit={submit}>
      <FormError text={error} />
      {message !== null && (
        <label className={styles['about']}>
          <input type="checkbox" checked={isAboutMessage} onChange={(event) => setAboutMessage(event.target.checked)} />
          <span>
            {t('report.about')}
            <q className={styles['quote']}>{message.text}</q>
          </span>
        </label>
      )}
      <fieldset className={styles['reasons']}>
        <legend className={styles['legend']}>{t('report.reason')}</legend>
        {reportReasons.map((each) => (
          <label key={each} className={styles['reason']}>
            <input type="radio" name="reason" checked={reason === each} onChange={() => setReason(each)} />
            {t(`report.reasons.${each}`)}
          </label>
        ))}
      </fieldset>
      <TextAreaField
        label={t('report.detail')}
        hint={t('report.detailHint')}
        isOptional
        value={detail}
        onValue={setDetail}
        maxLength={1000}
        rows={3}
      />
      <Button type="submit" variant="danger" isBusy={isBusy}>
        {t('report.send')}
      </Button>
    </form>
  );
}

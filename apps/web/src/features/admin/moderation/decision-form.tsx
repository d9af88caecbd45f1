import { useQueryClient } from '@tanstack/react-query';
import type { ModerationReport } from '@virtualcafe/contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { toast } from '../../../components/feedback/toast-store.js';
import { FormError } from '../../../components/field/form-error.js';
import { SwitchField } from '../../../components/field/switch-field.js';
import { TextAreaField } from '../../../components/field/text-fields.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { useForm } from '../../../lib/form/use-form.js';
import { banKeys, handleReport, imposeBan, reportKeys } from '../../../lib/queries/moderation.js';
import { ChoiceGroup } from '../../../components/field/choice-group.js';
import { BanFields } from './ban-fields.js';
import { firstDecision, isBanPartOf, reportDecisionSchema, requestsOf } from './report-decision.js';
import { ReportFacts } from './report-facts.js';
import styles from './report-dialog.module.css';

type DecisionFormProps = { report: ModerationReport; onClose: () => void };

/** Upholds or dismisses a report, with a word on why, and bans whoever it is about where that is called for. */
export function DecisionForm({ report, onClose }: DecisionFormProps) {
  const { t } = useTranslation(['moderation', 'common']);
  const formId = useId();
  const form = useDecision(report, onClose);
  const { values, setValue } = form;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('reports.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button
            type="submit"
            form={formId}
            variant={isBanPartOf(values) ? 'danger' : 'primary'}
            isBusy={form.isSubmitting}
          >
            {isBanPartOf(values) ? t('decision.submitWithBan') : t('decision.submit')}
          </Button>
        </>
      }
    >
      <form {...form.formProps} id={formId} className={styles['form']}>
        <FormError text={form.formError} />
        <ReportFacts report={report} />
        <ChoiceGroup
          kind="radio"
          legend={t('decision.legend')}
          choices={[
            { value: 'UPHELD', label: t('decision.uphold') },
            { value: 'DISMISSED', label: t('decision.dismiss') },
          ]}
          chosen={[values.status]}
          onChosen={([status]) => status !== undefined && setValue('status', status)}
        />
        <TextAreaField
          label={t('decision.resolution')}
          hint={t('decision.resolutionHint')}
          isOptional
          rows={2}
          {...form.textProps('resolution')}
        />
        {values.status === 'UPHELD' && report.isBannable && (
          <div className={styles['ban']}>
            <SwitchField
              label={t('decision.ban')}
              isOn={values.isBanning}
              onToggle={(isOn) => setValue('isBanning', isOn)}
            />
            {values.isBanning && <BanFields form={form} hasAccount={report.aboutUser !== null} />}
          </div>
        )}
        {values.status === 'UPHELD' && !report.isBannable && (
          <p className={styles['note']}>{t('decision.notBannable')}</p>
        )}
      </form>
    </Dialog>
  );
}

function useDecision(report: ModerationReport, onClose: () => void) {
  const { t } = useTranslation('moderation');
  const client = useQueryClient();
  // When the ban fails after the report was handled, only the ban is tried again.
  const [isHandled, setHandled] = useState(false);
  const [initial] = useState(() => firstDecision(t(`reports.reasons.${report.reason}`)));
  return useForm({
    initial,
    schema: reportDecisionSchema,
    submit: async (decision) => {
      const { handle, ban } = requestsOf(report, decision);
      try {
        if (!isHandled) await handleReport(report.id, handle);
        setHandled(true);
        if (ban !== null) await imposeBan(ban);
      } finally {
        // Also after a refusal: somebody else may have been faster.
        void client.invalidateQueries({ queryKey: reportKeys });
        void client.invalidateQueries({ queryKey: banKeys });
      }
      toast.success(ban === null ? t('decision.done') : t('decision.doneWithBan'));
      onClose();
    },
  });
}

export type DecisionFormState = ReturnType<typeof useDecision>;

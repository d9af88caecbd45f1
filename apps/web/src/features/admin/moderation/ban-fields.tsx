import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '../../../components/field/text-fields.js';
import { ChoiceGroup } from '../../../components/field/choice-group.js';
import { banLengths, lengthsFor } from './ban-length.js';
import type { DecisionFormState } from './decision-form.js';
import { banScopeChoices } from './report-decision.js';
import styles from './report-dialog.module.css';

type BanFieldsProps = {
  form: Pick<DecisionFormState, 'values' | 'setValue' | 'textProps'>;
  /** Whoever has none is known by an address only. */
  hasAccount: boolean;
};

/** What a ban keeps somebody out of, why and for how long. */
export function BanFields({ form, hasAccount }: BanFieldsProps) {
  const { t } = useTranslation(['moderation', 'bans']);
  const { values, setValue } = form;
  return (
    <>
      <ChoiceGroup
        kind="radio"
        legend={t('bans:scope')}
        choices={banScopeChoices.map((value) => ({ value, label: t(`bans:scopes.${value}`) }))}
        chosen={[values.scope]}
        onChosen={([scope]) => scope !== undefined && setValue('scope', scope)}
      />
      <SelectField
        label={t('ban.length')}
        {...(!hasAccount && { hint: t('ban.guestHint') })}
        value={values.length}
        options={lengthsFor(hasAccount).map((value) => ({ value, label: t(`ban.lengths.${value}`) }))}
        onValue={(value) => {
          const length = banLengths.find((each) => each === value);
          if (length !== undefined) setValue('length', length);
        }}
      />
      <TextField label={t('bans:reason')} hint={t('ban.reasonHint')} autoComplete="off" {...form.textProps('reason')} />
      <p className={styles['note']}>{t('ban.note')}</p>
    </>
  );
}

import { apiScopes, createApiKeyRequest, type CreatedApiKey } from '@virtualcafe/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { Button } from '../../../components/button/button.js';
import { FormError } from '../../../components/field/form-error.js';
import { TextField } from '../../../components/field/text-fields.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { api, dataOf } from '../../../lib/api/client.js';
import { useForm } from '../../../lib/form/use-form.js';
import { dayOf } from '../../../lib/format/moments.js';
import { apiKeyKeys } from '../../../lib/queries/api-keys.js';
import { CafeChooser, type ChosenCafe } from './cafe-chooser.js';
import { ChoiceGroup } from '../../../components/field/choice-group.js';
import styles from './create-key-dialog.module.css';
import { expiryChoices, expiryOf, type ExpiryChoice } from './key-expiry.js';
import { useScopeText } from './scope-text.js';

type Values = {
  name: string;
  scopes: readonly string[];
  expiry: ExpiryChoice;
  day: string;
  isForSome: boolean;
  cafes: readonly ChosenCafe[];
};

const initial: Values = { name: '', scopes: [], expiry: 'quarter', day: '', isForSome: false, cafes: [] };

const requestOf = ({ name, scopes, expiry, day, isForSome, cafes }: Values) => ({
  name,
  scopes,
  expiresAt: expiryOf(expiry, day, new Date()),
  // No café at all would mean every café: what was meant to be narrow must not come out wide.
  cafeIds: isForSome && cafes.length === 0 ? undefined : isForSome ? cafes.map(({ id }) => id) : [],
});

const schema = z.preprocess(
  (values) => requestOf(values as Values),
  z.object({ ...createApiKeyRequest.shape, cafeIds: z.array(z.uuid()), expiresAt: z.iso.datetime().nullable() }),
);

/** Makes a key: what it may do, for which cafés, how long. */
export function CreateKeyDialog({
  onClose,
  onCreated,
}: {
  onClose: () => void;
  onCreated: (key: CreatedApiKey) => void;
}) {
  const { t } = useTranslation(['admin', 'common']);
  const client = useQueryClient();
  const formId = useId();
  const scopeText = useScopeText();
  const form = useForm<Values, z.infer<typeof schema>>({
    initial,
    schema,
    fieldOfCode: { 'api-key.cafe-unusable': '/cafeIds' },
    describe: (pointer) => {
      if (pointer === '/scopes') return t('apiKeys.scopesRequired');
      if (pointer === '/expiresAt') return t('apiKeys.expiryPast');
      return pointer === '/cafeIds' ? t('apiKeys.cafesRequired') : undefined;
    },
    submit: async (body) => {
      const created = await dataOf(api.POST('/api/v1/api-keys', { body }));
      await client.invalidateQueries({ queryKey: apiKeyKeys });
      onCreated(created);
    },
  });
  const { values, setValue, errorAt } = form;
  const [today] = useState(() => dayOf(new Date()));

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('apiKeys.create')}
      footer={
        <>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isBusy={form.isSubmitting}>
            {t('apiKeys.submit')}
          </Button>
        </>
      }
    >
      <form {...form.formProps} id={formId} className={styles['form']}>
        <FormError text={form.formError} />
        <TextField
          label={t('apiKeys.name')}
          hint={t('apiKeys.nameHint')}
          autoComplete="off"
          {...form.textProps('name')}
        />
        <ChoiceGroup
          kind="checkbox"
          legend={t('apiKeys.scopesLegend')}
          error={errorAt('/scopes')}
          choices={apiScopes.map((value) => ({ value, label: scopeText(value) }))}
          chosen={values.scopes}
          onChosen={(scopes) => setValue('scopes', scopes)}
        />
        <ChoiceGroup
          kind="radio"
          legend={t('apiKeys.expiryLegend')}
          choices={expiryChoices.map((value) => ({ value, label: t(`apiKeys.expiry.${value}`) }))}
          chosen={[values.expiry]}
          onChosen={([expiry]) => expiry !== undefined && setValue('expiry', expiry)}
        />
        {values.expiry === 'day' && (
          <TextField
            type="date"
            label={t('apiKeys.expiryDay')}
            hint={t('apiKeys.expiryDayHint')}
            min={today}
            value={values.day}
            error={errorAt('/expiresAt')}
            onValue={(day) => setValue('day', day)}
          />
        )}
        <ChoiceGroup
          kind="radio"
          legend={t('apiKeys.cafesLegend')}
          choices={[
            { value: 'all', label: t('apiKeys.cafesAll') },
            { value: 'some', label: t('apiKeys.cafesSome') },
          ]}
          chosen={[values.isForSome ? 'some' : 'all']}
          onChosen={([choice]) => setValue('isForSome', choice === 'some')}
        />
        {values.isForSome && (
          <CafeChooser
            chosen={values.cafes}
            error={errorAt('/cafeIds')}
            onChosen={(cafes) => setValue('cafes', cafes)}
          />
        )}
      </form>
    </Dialog>
  );
}

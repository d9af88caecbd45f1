import { createCafeRequest } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { TextAreaField, TextField } from '../../../components/field/text-fields.js';
import { Section } from '../../../components/section/section.js';
import styles from './basic-fields.module.css';
import { BusinessNumberField } from './business-number-field.js';
import type { CafeForm } from './cafe-form.js';
import { CodeField } from './code-field.js';
import { PlaceFields } from './place-fields.js';

const introductionLimit = createCafeRequest.shape.introduction.unwrap().maxLength ?? 5000;

/** Everything about a café but its hours. The code is asked for only when it is made. */
export function BasicFields({ form, isNew = false }: { form: CafeForm; isNew?: boolean }) {
  const { t } = useTranslation('owner');
  return (
    <div className={styles['columns']}>
      <div className={styles['column']}>
        <Section title={t('section.basics')} lead={t('section.basicsLead')}>
          <TextField label={t('field.name')} autoComplete="off" {...form.textProps('name')} />
          {isNew && <CodeField form={form} />}
          <TextField
            label={t('field.tagline')}
            hint={t('field.taglineHint')}
            autoComplete="off"
            isOptional
            {...form.textProps('tagline')}
          />
        </Section>
        <Section title={t('section.introduction')}>
          <IntroductionField form={form} />
        </Section>
        <Section title={t('section.contact')}>
          <TextField
            label={t('field.phone')}
            hint={t('field.phoneHint')}
            type="tel"
            autoComplete="off"
            isOptional
            {...form.textProps('phone')}
          />
        </Section>
      </div>
      <div className={styles['column']}>
        <Section title={t('section.place')} lead={t('section.placeLead')}>
          <PlaceFields form={form} />
        </Section>
        <Section title={t('section.business')} lead={t('section.businessLead')}>
          <BusinessNumberField form={form} />
          <TextField label={t('field.ceoName')} autoComplete="off" isOptional {...form.textProps('ceoName')} />
        </Section>
      </div>
    </div>
  );
}

function IntroductionField({ form }: { form: CafeForm }) {
  const { t } = useTranslation('owner');
  return (
    <TextAreaField
      label={t('field.introduction')}
      className={styles['story']}
      isOptional
      hint={
        <span className={styles['counted']}>
          <span>{t('field.introductionHint')}</span>
          <span className={styles['count']}>
            {t('field.characters', { count: form.values.introduction.length, limit: introductionLimit })}
          </span>
        </span>
      }
      {...form.textProps('introduction')}
    />
  );
}

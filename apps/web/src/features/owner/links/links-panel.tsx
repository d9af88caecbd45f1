import type { ManagedCafe } from '@virtualcafe/contracts';
import { Plus } from 'lucide-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { FormError } from '../../../components/field/form-error.js';
import { Section } from '../../../components/section/section.js';
import { missingTypes, withChange, withLink, withMovedLink } from './link-drafts.js';
import { LinkFields } from './link-fields.js';
import styles from './links-panel.module.css';
import { useLinksForm, type LinksForm } from './use-links-form.js';

type LinksPanelProps = { cafe: ManagedCafe; onUnsaved: (isUnsaved: boolean) => void };

/** The links to a café's virtual rooms. */
export function LinksPanel({ cafe, onUnsaved }: LinksPanelProps) {
  const { t } = useTranslation('photos');
  const { form, isDirty, isStale, revert } = useLinksForm(cafe);
  const report = useEffectEvent(onUnsaved);
  useEffect(() => report(isDirty), [isDirty]);
  const { links } = form.values;

  return (
    <Section title={t('links.title')} lead={t('links.lead')} className={styles['panel']}>
      <form {...form.formProps} className={styles['form']}>
        <FormError text={form.formError} />
        {isStale && <Stale onTakeTheirs={revert} />}
        {links.length === 0 && <p className={styles['empty']}>{t('links.empty')}</p>}
        <ol className={styles['links']}>
          {links.map((link, index) => (
            <LinkFields
              key={link.type}
              link={link}
              errors={{
                name: form.errorAt(`/links/${index}/name`),
                url: form.errorAt(`/links/${index}/url`),
                thumbnail: form.errorAt(`/links/${index}/thumbnailId`),
              }}
              onLeave={(field) => form.leave(`/links/${index}/${field}`)}
              onChange={(change) => form.setValue('links', withChange(form.values, link.type, change))}
              onEarlier={index > 0 ? () => form.setValue('links', withMovedLink(form.values, index, -1)) : null}
              onLater={
                index < links.length - 1 ? () => form.setValue('links', withMovedLink(form.values, index, 1)) : null
              }
              onRemove={() =>
                form.setValue(
                  'links',
                  links.filter(({ type }) => type !== link.type),
                )
              }
            />
          ))}
        </ol>
        <AddLink form={form} />
        <div className={styles['actions']}>
          <Button type="submit" variant="primary" disabled={!isDirty} isBusy={form.isSubmitting}>
            {t('links.save')}
          </Button>
          {isDirty && (
            <Button variant="quiet" onClick={revert}>
              {t('links.revert')}
            </Button>
          )}
        </div>
      </form>
    </Section>
  );
}

function AddLink({ form }: { form: LinksForm }) {
  const { t } = useTranslation('photos');
  const missing = missingTypes(form.values);
  if (missing.length === 0) return null;
  return (
    <fieldset className={styles['add']} aria-label={t('links.addTitle')}>
      {missing.map((type) => {
        const name = t(`links.types.${type}`);
        return (
          <Button
            key={type}
            icon={<Plus aria-hidden />}
            onClick={() => form.setValue('links', withLink(form.values, type, name))}
          >
            {t('links.add', { type: name })}
          </Button>
        );
      })}
    </fieldset>
  );
}

function Stale({ onTakeTheirs }: { onTakeTheirs: () => void }) {
  const { t } = useTranslation('photos');
  return (
    <div className={styles['stale']} role="alert">
      <p>{t('links.changed')}</p>
      <Button size="sm" onClick={onTakeTheirs}>
        {t('links.takeTheirs')}
      </Button>
    </div>
  );
}

import { ExternalLink } from 'lucide-react';
import { useId, useState, type SubmitEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/badge/badge.js';
import { ButtonLink } from '../../../components/button/button.js';
import { FormError } from '../../../components/field/form-error.js';
import { SwitchField } from '../../../components/field/switch-field.js';
import { Breadcrumb } from '../../../components/navigation/breadcrumb.js';
import { UnsavedGuard } from '../../../components/overlay/unsaved-guard.js';
import { PageHead } from '../../../components/page-head/page-head.js';
import { Section } from '../../../components/section/section.js';
import { TabList, TabPanel } from '../../../components/tabs/tabs.js';
import type { TaggedCafe } from '../../../lib/queries/managed-cafes.js';
import { hasAbility, useSession } from '../../../lib/session/use-session.js';
import { BasicFields } from '../form/basic-fields.js';
import { editedCafeSchema, type CafeField } from '../form/cafe-values.js';
import { HoursFields } from '../form/hours-fields.js';
import { LinksPanel } from '../links/links-panel.js';
import { OwnersPanel } from '../owners/owners-panel.js';
import { PhotosPanel } from '../photos/photos-panel.js';
import { CafeRoomsPanel } from '../rooms/list/cafe-rooms-panel.js';
import styles from './cafe-editor.module.css';
import { tabOfField, useEditorTab, type EditorTab } from './editor-tabs.js';
import { SaveBar } from './save-bar.js';
import { StaleDialog } from './stale-dialog.js';
import { useCafeEditor } from './use-cafe-editor.js';
import { useFieldText } from './use-field-text.js';

/** A café with everything its keepers can change about it. */
export function CafeEditor({ loaded }: { loaded: TaggedCafe }) {
  const { t } = useTranslation('owner');
  const { account } = useSession();
  const mayChooseOwners = hasAbility(account, 'cafe.update-owners');
  const [tab, showTab] = useEditorTab(mayChooseOwners);
  const { form, changed, stale, settle, revert } = useCafeEditor(loaded);
  const [unsavedParts, setUnsavedParts] = useState<ReadonlySet<EditorTab>>(new Set());
  const words = useFieldText();
  const formId = useId();
  const idPrefix = useId();
  const cafe = loaded.data;

  const markUnsaved = (part: EditorTab, isUnsaved: boolean): void => {
    if (unsavedParts.has(part) === isUnsaved) return;
    const next = new Set(unsavedParts);
    if (isUnsaved) next.add(part);
    else next.delete(part);
    setUnsavedParts(next);
  };

  const submit = (event: SubmitEvent): void => {
    // An error must be in sight before the form puts the focus on it.
    const field = editedCafeSchema.safeParse(form.values).error?.issues[0]?.path[0];
    if (field !== undefined) flushSync(() => showTab(tabOfField(field as CafeField)));
    form.formProps.onSubmit(event);
  };

  const unsavedTabs = new Set<EditorTab>([...unsavedParts, ...changed.map(tabOfField)]);
  const tabs = (
    ['basics', 'hours', 'photos', 'rooms', 'links', ...(mayChooseOwners ? ['owners' as const] : [])] as const
  ).map((id) => ({ id, label: t(`editor.tab.${id}`), mark: unsavedTabs.has(id) && <UnsavedMark /> }));
  const panel = (id: EditorTab) => ({ idPrefix, id, isActive: id === tab });

  return (
    <div className={`page ${styles['editor']}`}>
      <UnsavedGuard isDirty={unsavedTabs.size > 0} />
      <StaleDialog title={t('stale.title')} stale={stale} words={words} onSettle={settle} />
      <EditorHead loaded={loaded} />
      <TabList idPrefix={idPrefix} label={t('editor.tabs')} tabs={tabs} active={tab} onSelect={showTab} />
      <form {...form.formProps} id={formId} onSubmit={submit}>
        <div className={styles['error']}>
          <FormError text={form.formError} />
        </div>
        <TabPanel {...panel('basics')}>
          <div className={styles['sections']}>
            <Section title={t('section.publish')} lead={t('section.publishLead')}>
              <SwitchField
                label={t('field.isPublished')}
                isOn={!form.values.isDisabled}
                onToggle={(isOn) => form.setValue('isDisabled', !isOn)}
              />
            </Section>
            <BasicFields form={form} />
          </div>
        </TabPanel>
        <TabPanel {...panel('hours')}>
          <HoursFields form={form} />
        </TabPanel>
      </form>
      <TabPanel {...panel('photos')}>
        <PhotosPanel cafe={cafe} onUnsaved={(isUnsaved) => markUnsaved('photos', isUnsaved)} />
      </TabPanel>
      <TabPanel {...panel('rooms')}>{tab === 'rooms' && <CafeRoomsPanel cafe={cafe} />}</TabPanel>
      <TabPanel {...panel('links')}>
        <LinksPanel cafe={cafe} onUnsaved={(isUnsaved) => markUnsaved('links', isUnsaved)} />
      </TabPanel>
      {mayChooseOwners && (
        <TabPanel {...panel('owners')}>
          <OwnersPanel cafe={cafe} />
        </TabPanel>
      )}
      <SaveBar formId={formId} changeCount={changed.length} isSaving={form.isSubmitting} onRevert={revert} />
    </div>
  );
}

function EditorHead({ loaded: { data: cafe } }: { loaded: TaggedCafe }) {
  const { t } = useTranslation('owner');
  const { account } = useSession();
  const listTitle = account?.userType === 'ADMIN' ? t('list.allTitle') : t('list.title');
  return (
    <PageHead
      above={<Breadcrumb crumbs={[{ label: listTitle, to: '/owner' }]} current={cafe.name} />}
      title={cafe.name}
      lead={
        <span className={styles['lead']}>
          <Badge tone={cafe.isDisabled ? 'neutral' : 'good'}>
            {cafe.isDisabled ? t('state.hidden') : t('state.published')}
          </Badge>
          <span>{cafe.region.shortName}</span>
        </span>
      }
      actions={
        !cafe.isDisabled && (
          <ButtonLink to={`/cafes/${cafe.code}`} icon={<ExternalLink aria-hidden />}>
            {t('editor.viewPublic')}
          </ButtonLink>
        )
      }
    />
  );
}

function UnsavedMark() {
  const { t } = useTranslation('owner');
  return (
    <span className={styles['mark']}>
      <span className="visually-hidden">({t('editor.unsavedMark')})</span>
    </span>
  );
}

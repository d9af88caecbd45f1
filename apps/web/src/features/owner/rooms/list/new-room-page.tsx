import { useQuery, useQueryClient } from '@tanstack/react-query';
import { createViewerRequest } from '@virtualcafe/contracts';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { Button, ButtonLink } from '../../../../components/button/button.js';
import { LoadingNote, SkeletonText } from '../../../../components/feedback/skeleton.js';
import { StatePanel } from '../../../../components/feedback/state-panel.js';
import { toast } from '../../../../components/feedback/toast-store.js';
import { FormError } from '../../../../components/field/form-error.js';
import { SelectField, TextField } from '../../../../components/field/text-fields.js';
import { Breadcrumb } from '../../../../components/navigation/breadcrumb.js';
import { UnsavedGuard } from '../../../../components/overlay/unsaved-guard.js';
import { PageHead } from '../../../../components/page-head/page-head.js';
import { Section } from '../../../../components/section/section.js';
import { useForm } from '../../../../lib/form/use-form.js';
import { usePageTitle } from '../../../../lib/navigation/page-title.js';
import { acceptViewer, createViewer, managedViewerListQuery } from '../../../../lib/queries/managed-viewers.js';
import { freeCode } from './free-code.js';
import styles from './new-room-page.module.css';
import { RoomCodeField } from './room-code-field.js';
import { useCafeChoices, type CafeChoice } from './use-cafe-choices.js';

const mostRooms = 100;

type OfferedCafe = CafeChoice & { readonly roomCode: string };

/** Makes a room of a café: its name and address. What it looks like is chosen on its own page, where one is led. */
export default function NewRoomPage() {
  const { t } = useTranslation(['rooms', 'owner']);
  usePageTitle(t('create.title'));
  const [search] = useSearchParams();
  const { cafes: known, isPending: isWaitingForCafes } = useCafeChoices();
  const { data: rooms, isPending: isWaitingForRooms } = useQuery(
    managedViewerListQuery({ page: 1, pageSize: mostRooms }),
  );
  const isPending = isWaitingForCafes || isWaitingForRooms;
  const taken = rooms?.items.map(({ code }) => code) ?? [];
  // What is offered as a room's code: its café's own, where no room has it yet.
  const cafes = known.map((cafe) => ({ ...cafe, roomCode: freeCode(cafe.code, taken) }));
  const chosen = cafes.find(({ code }) => code === search.get('cafe')) ?? cafes[0];
  return (
    <div className="page">
      <PageHead
        above={
          <Breadcrumb
            crumbs={[
              { label: t('owner:list.title'), to: '/owner' },
              { label: t('list.title'), to: '/owner/rooms' },
            ]}
            current={t('create.title')}
          />
        }
        title={t('create.title')}
        lead={t('create.lead')}
      />
      {isPending && (
        <>
          <LoadingNote />
          <SkeletonText lines={6} />
        </>
      )}
      {!isPending && chosen === undefined && <NoCafe />}
      {!isPending && chosen !== undefined && <NewRoomForm cafes={cafes} first={chosen} />}
    </div>
  );
}

function NoCafe() {
  const { t } = useTranslation(['rooms', 'owner']);
  return (
    <StatePanel mood="empty" title={t('create.noCafeTitle')} text={t('create.noCafeText')}>
      <ButtonLink to="/owner/cafes/new" variant="primary">
        {t('owner:list.create')}
      </ButtonLink>
    </StatePanel>
  );
}

const newRoomSchema = createViewerRequest.pick({ cafeId: true, name: true, code: true });

function NewRoomForm({ cafes, first }: { cafes: readonly OfferedCafe[]; first: OfferedCafe }) {
  const { t } = useTranslation(['rooms', 'common', 'owner']);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [createdCode, setCreatedCode] = useState<string | null>(null);
  const [initial] = useState({ cafeId: first.value, name: first.label, code: first.roomCode });

  const form = useForm({
    initial,
    schema: newRoomSchema,
    describe: (pointer, issue) =>
      pointer === '/code' && issue.code === 'invalid_format' ? t('owner:field.codeFormat') : undefined,
    fieldOfCode: { 'viewer.code-taken': '/code', 'viewer.cafe-unusable': '/cafeId' },
    submit: async (parsed) => {
      const created = await createViewer({ ...parsed, worldData: {} });
      acceptViewer(client, created);
      setCreatedCode(created.data.code);
      toast.success(t('create.done'));
    },
  });
  const { values } = form;

  // After the guard has seen that nothing is unsaved any more.
  useEffect(() => {
    if (createdCode !== null) void navigate(`/owner/rooms/${createdCode}?tab=make`, { replace: true });
  }, [createdCode, navigate]);

  const chooseCafe = (cafeId: string): void => {
    const [before, after] = [values.cafeId, cafeId].map((id) => cafes.find(({ value }) => value === id));
    form.setValue('cafeId', cafeId);
    if (after === undefined) return;
    // What was offered follows the café; what was typed stays.
    if (values.name === before?.label) form.setValue('name', after.label);
    if (values.code === before?.roomCode) form.setValue('code', after.roomCode);
  };

  const isTouched = values.name !== initial.name || values.code !== initial.code || values.cafeId !== initial.cafeId;
  return (
    <form {...form.formProps} className={styles['form']}>
      <UnsavedGuard isDirty={createdCode === null && isTouched} />
      <FormError text={form.formError} />
      <Section title={t('create.section')} lead={t('create.sectionLead')}>
        <SelectField
          label={t('list.cafe')}
          options={cafes}
          value={values.cafeId}
          error={form.errorAt('/cafeId')}
          onValue={chooseCafe}
        />
        <TextField label={t('field.name')} hint={t('field.nameHint')} autoComplete="off" {...form.textProps('name')} />
        <RoomCodeField field={form.textProps('code')} />
      </Section>
      <div className={styles['actions']}>
        <Button type="submit" variant="primary" size="lg" isBusy={form.isSubmitting}>
          {t('create.submit')}
        </Button>
        <ButtonLink to="/owner/rooms" variant="quiet" size="lg">
          {t('common:action.cancel')}
        </ButtonLink>
      </div>
    </form>
  );
}

import { DoorOpen } from 'lucide-react';
import { useId, type SubmitEvent } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../../../components/button/button.js';
import { AppLink } from '../../../../components/navigation/app-link.js';
import { Breadcrumb } from '../../../../components/navigation/breadcrumb.js';
import { UnsavedGuard } from '../../../../components/overlay/unsaved-guard.js';
import { PageHead } from '../../../../components/page-head/page-head.js';
import { TabList, TabPanel } from '../../../../components/tabs/tabs.js';
import type { TaggedViewer } from '../../../../lib/queries/managed-viewers.js';
import { SaveBar } from '../../editor/save-bar.js';
import { StaleDialog } from '../../editor/stale-dialog.js';
import { RoomBadge } from '../list/room-badge.js';
import { roomStateOf } from '../list/room-state.js';
import { PeoplePanel } from '../people/people-panel.js';
import { SettingsPanel } from '../settings/settings-panel.js';
import { useRoomEditor } from '../settings/use-room-editor.js';
import { useRoomWords } from '../settings/use-room-words.js';
import { SharePanel } from '../share/share-panel.js';
import { StarterPanel } from '../starter/starter-panel.js';
import { UploadPanel } from '../upload/upload-panel.js';
import { useMapUpload } from '../upload/use-map-upload.js';
import { activePair } from '../versions/map-pairs.js';
import { VersionsPanel } from '../versions/versions-panel.js';
import styles from './room-console.module.css';
import { roomTabs, useRoomTab } from './room-tabs.js';
import { WorkNote } from './work-note.js';

/** A room with everything its keepers can do about it. */
export function RoomConsole({ loaded }: { loaded: TaggedViewer }) {
  const { t } = useTranslation(['rooms', 'owner']);
  const room = loaded.data;
  const [tab, showTab] = useRoomTab(activePair(room.maps) === null ? 'make' : 'versions');
  const { form, changed, stale, settle, revert } = useRoomEditor(loaded);
  const words = useRoomWords();
  const upload = useMapUpload(room.code);
  const idPrefix = useId();
  const formId = useId();

  const submit = (event: SubmitEvent): void => {
    // An error must be in sight before the form puts the focus on it.
    flushSync(() => showTab('settings'));
    form.formProps.onSubmit(event);
  };

  const tabs = roomTabs.map((id) => ({
    id,
    label: t(`console.tab.${id}`),
    mark: id === 'settings' && changed.length > 0 && <UnsavedMark />,
  }));
  const panel = (id: (typeof roomTabs)[number]) => ({ idPrefix, id, isActive: id === tab });

  return (
    <div className={`page ${styles['console']}`}>
      <UnsavedGuard isDirty={changed.length > 0 || upload.isUnderway} />
      <StaleDialog title={t('console.staleTitle')} stale={stale} words={words} onSettle={settle} />
      <ConsoleHead loaded={loaded} />
      <WorkNote maps={room.maps} />
      <TabList idPrefix={idPrefix} label={t('console.tabs')} tabs={tabs} active={tab} onSelect={showTab} />
      <TabPanel {...panel('make')}>
        <StarterPanel room={room} />
      </TabPanel>
      <TabPanel {...panel('upload')}>
        <UploadPanel room={room} upload={upload} />
      </TabPanel>
      <TabPanel {...panel('versions')}>
        <VersionsPanel room={room} />
      </TabPanel>
      <TabPanel {...panel('settings')}>
        <form {...form.formProps} id={formId} onSubmit={submit}>
          <SettingsPanel room={room} form={form} />
        </form>
      </TabPanel>
      <TabPanel {...panel('people')}>{tab === 'people' && <PeoplePanel room={room} />}</TabPanel>
      <TabPanel {...panel('share')}>
        <SharePanel room={room} />
      </TabPanel>
      <SaveBar formId={formId} changeCount={changed.length} isSaving={form.isSubmitting} onRevert={revert} />
    </div>
  );
}

function ConsoleHead({ loaded: { data: room } }: { loaded: TaggedViewer }) {
  const { t } = useTranslation(['rooms', 'owner']);
  const isMissingMap = roomStateOf(room) === 'closed' && activePair(room.maps) === null;
  return (
    <PageHead
      above={
        <Breadcrumb
          crumbs={[
            { label: t('owner:list.title'), to: '/owner' },
            { label: t('list.title'), to: '/owner/rooms' },
          ]}
          current={room.name}
        />
      }
      title={room.name}
      lead={
        <span className={styles['lead']}>
          <RoomBadge room={room} />
          <AppLink to={`/owner/cafes/${room.cafe.code}?tab=rooms`}>{room.cafe.name}</AppLink>
          {isMissingMap && <span>{t('console.noMap')}</span>}
          {roomStateOf(room) === 'closed' && !isMissingMap && <span>{t('console.cafeHidden')}</span>}
        </span>
      }
      actions={
        room.isOpen && (
          <ButtonLink to={`/r/${room.code}`} variant="primary" icon={<DoorOpen aria-hidden />}>
            {t('console.enter')}
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

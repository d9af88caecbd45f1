import { useQuery } from '@tanstack/react-query';
import type { Image, ManagedViewer } from '@virtualcafe/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../../components/field/text-fields.js';
import { AppLink } from '../../../../components/navigation/app-link.js';
import { managedCafeQuery } from '../../../../lib/queries/managed-cafes.js';
import { managedViewerListQuery } from '../../../../lib/queries/managed-viewers.js';
import { PhotoChoices } from '../starter/photo-choices.js';
import { photosOf } from '../starter/starter-form.js';
import type { HotspotDraft } from './hotspot-drafts.js';
import styles from './hotspot-target.module.css';

type HotspotTargetProps = {
  room: ManagedViewer;
  hotspot: HotspotDraft;
  error: string | undefined;
  onLeave: () => void;
  /** `name`: what the target is called, for a hotspot that has no name yet. */
  onTarget: (target: string, name?: string) => void;
};

/** What a hotspot opens, chosen in the way that suits its kind. */
export function HotspotTarget(props: HotspotTargetProps) {
  const { t } = useTranslation('world');
  const { kind, target } = props.hotspot;
  if (kind === 'photo') return <PhotoTarget {...props} />;
  if (kind === 'portal') return <PortalTarget {...props} />;
  if (kind === 'link') return <LinkTarget {...props} />;
  // Those are placed where what they show is managed: here they can be named, moved and removed.
  return (
    <p className={styles['fixed']}>
      {t('hotspot.fixedTarget')} <code>{target}</code>
    </p>
  );
}

function PhotoTarget({ room, hotspot, error, onTarget }: HotspotTargetProps) {
  const { t } = useTranslation('world');
  const name = useId();
  const { data: cafe } = useQuery(managedCafeQuery(room.cafe.code));
  const photos = allPhotos(room.photos, cafe === undefined ? [] : photosOf(cafe.data));
  if (photos.length === 0) {
    return (
      <p className={styles['fixed']} role={error === undefined ? undefined : 'alert'}>
        {t('hotspot.noPhotos')}{' '}
        <AppLink to={`/owner/cafes/${room.cafe.code}?tab=photos`}>{t('hotspot.addPhotos')}</AppLink>
      </p>
    );
  }
  return (
    <PhotoChoices
      legend={t('hotspot.photo')}
      kind="radio"
      name={name}
      photos={photos}
      chosenIds={[hotspot.target]}
      error={error}
      onToggle={({ id }) => onTarget(id)}
    />
  );
}

const allPhotos = (...sets: readonly (readonly Image[])[]): Image[] => [
  ...new Map(sets.flat().map((photo) => [photo.id, photo])).values(),
];

const offeredRooms = 100;

function PortalTarget({ room, hotspot, error, onLeave, onTarget }: HotspotTargetProps) {
  const { t } = useTranslation('world');
  const listId = useId();
  const { data } = useQuery(managedViewerListQuery({ page: 1, pageSize: offeredRooms }));
  const others = (data?.items ?? []).filter(({ code }) => code !== room.code);
  return (
    <>
      <TextField
        label={t('hotspot.portal')}
        hint={t('hotspot.portalHint')}
        list={listId}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck={false}
        value={hotspot.target}
        error={error}
        onBlur={onLeave}
        onValue={(typed) => onTarget(roomCodeIn(typed), others.find(({ code }) => code === typed)?.name)}
      />
      <datalist id={listId}>
        {others.map(({ code, name, cafe }) => (
          <option key={code} value={code}>{`${name} · ${cafe.name}`}</option>
        ))}
      </datalist>
    </>
  );
}

/** People paste the address of a room as well as its code. */
const roomCodeIn = (typed: string): string => /\/r\/([a-z0-9-]+)/.exec(typed)?.[1] ?? typed;

function LinkTarget({ hotspot, error, onLeave, onTarget }: HotspotTargetProps) {
  const { t } = useTranslation('world');
  return (
    <TextField
      label={t('hotspot.link')}
      hint={t('hotspot.linkHint')}
      type="url"
      inputMode="url"
      autoComplete="off"
      spellCheck={false}
      value={hotspot.target}
      error={error}
      onBlur={onLeave}
      onValue={(target) => onTarget(target)}
    />
  );
}

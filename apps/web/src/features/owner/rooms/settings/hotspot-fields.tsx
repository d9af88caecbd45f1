import type { ManagedViewer } from '@virtualcafe/contracts';
import { ChevronDown, DoorOpen, Image as ImageIcon, Link as LinkIcon, MapPin, Trash2 } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink, IconButton } from '../../../../components/button/button.js';
import { TextField } from '../../../../components/field/text-fields.js';
import type { HotspotDraft } from './hotspot-drafts.js';
import styles from './hotspot-fields.module.css';
import { HotspotTarget } from './hotspot-target.js';
import { axes, PlaceInputs } from './place-inputs.js';
import type { RoomForm } from './use-room-editor.js';

type HotspotFieldsProps = {
  room: ManagedViewer;
  form: RoomForm;
  hotspot: HotspotDraft;
  index: number;
  isOpen: boolean;
  onOpen: () => void;
  onChange: (change: Partial<HotspotDraft>) => void;
  onRemove: () => void;
};

const icons: Partial<Record<HotspotDraft['kind'], typeof MapPin>> = {
  photo: ImageIcon,
  portal: DoorOpen,
  link: LinkIcon,
};
const fieldPointers = ['target', 'label/ko', 'label/en', 'position', ...axes.map((axis) => `position/${axis}`)];

/** One hotspot: a line, and its fields when it is opened or something in it is wrong. */
export function HotspotFields(props: HotspotFieldsProps) {
  const { room, form, hotspot, index, isOpen, onOpen, onChange, onRemove } = props;
  const { t } = useTranslation('world');
  const bodyId = useId();
  const errorAt = (field: string): string | undefined => form.errorAt(`/hotspots/${index}/${field}`);
  const leave = (field: string): void => form.leave(`/hotspots/${index}/${field}`);
  const isShown = isOpen || fieldPointers.some((field) => errorAt(field) !== undefined);
  const name = hotspot.ko === '' ? t('hotspot.unnamed') : hotspot.ko;
  const Icon = icons[hotspot.kind] ?? MapPin;
  const isStored = room.worldData.hotspots.some(({ id }) => id === hotspot.id);

  return (
    <li className={styles['spot']} data-open={isShown || undefined}>
      <div className={styles['head']}>
        <button
          type="button"
          className={styles['toggle']}
          aria-expanded={isShown}
          aria-controls={bodyId}
          onClick={onOpen}
        >
          <span className={styles['number']}>{index + 1}</span>
          <Icon aria-hidden />
          <span className={styles['name']}>{name}</span>
          <span className={styles['kind']}>{t(`hotspot.kind.${hotspot.kind}`)}</span>
          <ChevronDown aria-hidden className={styles['chevron']} />
        </button>
        <IconButton label={t('hotspot.remove', { name })} className={styles['remove']} onClick={onRemove}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      <div id={bodyId} hidden={!isShown} className={styles['body']}>
        <div className={styles['labels']}>
          <TextField
            label={t('hotspot.labelKo')}
            autoComplete="off"
            value={hotspot.ko}
            error={errorAt('label/ko')}
            onBlur={() => leave('label/ko')}
            onValue={(ko) => onChange({ ko })}
          />
          <TextField
            label={t('hotspot.labelEn')}
            autoComplete="off"
            isOptional
            value={hotspot.en}
            error={errorAt('label/en')}
            onBlur={() => leave('label/en')}
            onValue={(en) => onChange({ en })}
          />
        </div>
        <HotspotTarget
          {...{ room, hotspot }}
          error={errorAt('target')}
          onLeave={() => leave('target')}
          onTarget={(target, ko) => onChange({ target, ...(hotspot.ko === '' && ko !== undefined && { ko }) })}
        />
        <PlaceInputs
          legend={t('hotspot.position')}
          hint={t('hotspot.positionHint')}
          unit="m"
          value={hotspot.position}
          errorAt={(axis) => errorAt(`position/${axis}`)}
          error={errorAt('position')}
          onLeave={(axis) => leave(`position/${axis}`)}
          onValue={(position) => onChange({ position })}
        />
        <div className={styles['ways']}>
          {isStored && room.isOpen && (
            <ButtonLink
              to={`/r/${room.code}?at=${hotspot.id}`}
              size="sm"
              variant="quiet"
              icon={<DoorOpen aria-hidden />}
            >
              {t('hotspot.look')}
            </ButtonLink>
          )}
          <Button size="sm" variant="quiet" onClick={() => onChange({ position: form.values.spawnPoint })}>
            {t('hotspot.toSpawn')}
          </Button>
        </div>
      </div>
    </li>
  );
}

import type { ManagedViewer } from '@virtualcafe/contracts';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button/button.js';
import { Section } from '../../../../components/section/section.js';
import {
  mayAddHotspot,
  placeableKinds,
  withHotspotChange,
  withNewHotspot,
  withoutHotspot,
  type PlaceableKind,
} from './hotspot-drafts.js';
import { HotspotFields } from './hotspot-fields.js';
import styles from './hotspot-list.module.css';
import { PlacementPicture } from './placement-picture.js';
import type { RoomForm } from './use-room-editor.js';

/** The hotspots of a room: what there is to point at, what it opens, and where it is. */
export function HotspotList({ room, form }: { room: ManagedViewer; form: RoomForm }) {
  const { t } = useTranslation('world');
  const { hotspots, spawnPoint } = form.values;
  const [openId, setOpenId] = useState<string | null>(null);
  const chosen = hotspots.find(({ id }) => id === openId);

  const add = (kind: PlaceableKind): void => {
    const next = withNewHotspot(hotspots, kind, spawnPoint);
    form.setValue('hotspots', next);
    setOpenId(next.at(-1)?.id ?? null);
  };

  return (
    <Section title={t('section.hotspots')} lead={t('section.hotspotsLead')}>
      <div className={styles['columns']}>
        <div className={styles['list']}>
          {hotspots.length === 0 && <p className={styles['empty']}>{t('hotspot.empty')}</p>}
          <ol className={styles['spots']}>
            {hotspots.map((hotspot, index) => (
              <HotspotFields
                key={hotspot.id}
                {...{ room, form, hotspot, index }}
                isOpen={hotspot.id === openId}
                onOpen={() => setOpenId(hotspot.id === openId ? null : hotspot.id)}
                onChange={(change) => form.setValue('hotspots', withHotspotChange(hotspots, hotspot.id, change))}
                onRemove={() => form.setValue('hotspots', withoutHotspot(hotspots, hotspot.id))}
              />
            ))}
          </ol>
          <fieldset className={styles['add']} disabled={!mayAddHotspot(hotspots)}>
            <legend>{t('hotspot.addTitle')}</legend>
            {placeableKinds.map((kind) => (
              <Button key={kind} icon={<Plus aria-hidden />} onClick={() => add(kind)}>
                {t(`hotspot.add.${kind}`)}
              </Button>
            ))}
          </fieldset>
        </div>
        <PlacementPicture
          values={form.values}
          chosenId={chosen?.id ?? null}
          onChoose={setOpenId}
          onPlace={({ x, z }) => {
            if (chosen === undefined) return;
            const position = { ...chosen.position, x, z };
            form.setValue('hotspots', withHotspotChange(hotspots, chosen.id, { position }));
          }}
        />
      </div>
    </Section>
  );
}

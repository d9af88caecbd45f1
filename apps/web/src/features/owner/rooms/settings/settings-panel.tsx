import type { ManagedViewer } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { FormError } from '../../../../components/field/form-error.js';
import { SwitchField } from '../../../../components/field/switch-field.js';
import { TextField } from '../../../../components/field/text-fields.js';
import { Section } from '../../../../components/section/section.js';
import { HotspotList } from './hotspot-list.js';
import { NumberField } from './number-field.js';
import { PlaceFields } from './place-fields.js';
import styles from './settings-panel.module.css';
import type { RoomForm } from './use-room-editor.js';

/** Everything about a room beside its maps: its name, what is to be seen in it, and how people move. */
export function SettingsPanel({ room, form }: { room: ManagedViewer; form: RoomForm }) {
  const { t } = useTranslation('world');
  return (
    <div className={styles['panel']}>
      <FormError text={form.formError} />
      <Section title={t('section.room')}>
        <TextField label={t('field.name')} autoComplete="off" {...form.textProps('name')} />
        <SwitchField
          label={t('field.isShown')}
          hint={t('field.isShownHint')}
          isOn={!form.values.isDisabled}
          onToggle={(isOn) => form.setValue('isDisabled', !isOn)}
        />
      </Section>
      <HotspotList room={room} form={form} />
      <div className={styles['columns']}>
        <Section title={t('section.arrival')} lead={t('section.arrivalLead')}>
          <PlaceFields form={form} field="spawnPoint" pointer="/spawnPoint" />
          <div className={styles['numbers']}>
            <NumberField form={form} field="playerRotation" unit="°" />
          </div>
        </Section>
        <Section title={t('section.player')} lead={t('section.playerLead')}>
          <div className={styles['numbers']}>
            <NumberField form={form} field="playerHeight" unit="m" />
            <NumberField form={form} field="playerRadius" unit="m" />
            <NumberField form={form} field="playerSpeed" unit="m/s" />
            <NumberField form={form} field="playerJumpForce" unit="m/s" />
            <NumberField form={form} field="playerRotationSpeed" unit="rad/s" />
            <NumberField form={form} field="playerScale" unit="×" />
          </div>
        </Section>
        <Section title={t('section.bounds')} lead={t('section.boundsLead')}>
          <PlaceFields form={form} field="boundsMin" pointer="/bounds/min" />
          <PlaceFields form={form} field="boundsMax" pointer="/bounds/max" />
          <BoundsError form={form} />
        </Section>
        <Section title={t('section.model')} lead={t('section.modelLead')}>
          <PlaceFields form={form} field="worldPosition" pointer="/worldPosition" />
          <PlaceFields form={form} field="worldRotation" pointer="/worldRotation" unit="°" />
          <PlaceFields form={form} field="worldScale" pointer="/worldScale" unit="×" />
          <TextField
            label={t('field.defaultAnimationClip')}
            autoComplete="off"
            spellCheck={false}
            {...form.textProps('defaultAnimationClip')}
          />
        </Section>
      </div>
    </div>
  );
}

/** Said of the two corners together: each by itself may be right. */
function BoundsError({ form }: { form: RoomForm }) {
  const error = form.errorAt('/bounds');
  return (
    <div role="alert" className={styles['joint']}>
      {error !== undefined && <p className={styles['error']}>{error}</p>}
    </div>
  );
}

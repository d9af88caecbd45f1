import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../field/text-fields.js';
import type { TreeItem } from '../tree/tree-model.js';
import { levelsOf, type RegionLevel } from './region-levels.js';
import styles from './region-picker.module.css';

type RegionPickerProps<T extends TreeItem> = {
  label: string;
  hint?: string;
  error?: string | undefined;
  /** Parents before children. */
  regions: readonly T[];
  /** The chosen region's id; '' is none. */
  value: string;
  onValue: (id: string) => void;
};

/** Chooses a region by going down from the largest one; every step is a valid choice by itself. */
export function RegionPicker<T extends TreeItem>({
  label,
  hint,
  error,
  regions,
  value,
  onValue,
}: RegionPickerProps<T>) {
  const messageId = useId();
  const levels = levelsOf(regions, value === '' ? null : value);
  const message = error ?? hint;
  return (
    <fieldset className={styles['picker']} aria-describedby={message === undefined ? undefined : messageId}>
      <legend className={styles['legend']}>{label}</legend>
      <div className={styles['levels']}>
        {levels.map((level, index) => (
          <LevelSelect
            key={level.above?.id ?? 'country'}
            level={level}
            onValue={onValue}
            isInvalid={error !== undefined && index === levels.length - 1}
          />
        ))}
      </div>
      {message !== undefined && (
        <p id={messageId} className={error === undefined ? styles['hint'] : styles['error']}>
          {message}
        </p>
      )}
    </fieldset>
  );
}

type LevelSelectProps<T extends TreeItem> = {
  level: RegionLevel<T>;
  onValue: (id: string) => void;
  isInvalid: boolean;
};

function LevelSelect<T extends TreeItem>({ level, onValue, isInvalid }: LevelSelectProps<T>) {
  const { t } = useTranslation('controls');
  const { above, choices, chosen } = level;
  const none = { value: '', label: above === null ? t('region.choose') : t('region.whole', { name: above.name }) };
  return (
    <SelectField
      label={above === null ? t('region.first') : t('region.within', { name: above.name })}
      value={chosen?.id ?? ''}
      options={[none, ...choices.map(({ id, name }) => ({ value: id, label: name }))]}
      onValue={(id) => onValue(id === '' ? (above?.id ?? '') : id)}
      isOptional={above !== null}
      {...(isInvalid && { error: '' })}
    />
  );
}

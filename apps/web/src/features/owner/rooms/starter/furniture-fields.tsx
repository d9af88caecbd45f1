import { counterSides, starterRoomLimits } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { ChoiceGroup } from '../../../../components/field/choice-group.js';
import styles from './furniture-fields.module.css';
import { RangeField } from './range-field.js';
import { areaOf, pyeongOf, sizeOf, starterSizes, withSize, type StarterChoices } from './starter-form.js';

type FurnitureFieldsProps = {
  choices: StarterChoices;
  onChoices: (choices: StarterChoices) => void;
};

const { side, height, tables, plants, lights } = starterRoomLimits;

/** How large a room is and what stands in it. */
export function FurnitureFields({ choices, onChoices }: FurnitureFieldsProps) {
  const { t } = useTranslation('maps');
  const area = Math.round(areaOf(choices));
  const range = (name: 'width' | 'depth' | 'height' | 'tables' | 'plants' | 'lights') => ({
    label: t(`furniture.${name}`),
    value: choices[name],
    onValue: (value: number) => onChoices({ ...choices, [name]: value }),
  });
  const metres = (value: number): string => t('furniture.metres', { value });
  const pieces = (count: number): string => t('furniture.pieces', { count });
  return (
    <div className={styles['fields']}>
      <ChoiceGroup
        kind="radio"
        legend={t('furniture.size')}
        choices={starterSizes.map((value) => ({ value, label: t(`furniture.sizes.${value}`) }))}
        chosen={[sizeOf(choices)].filter((size) => size !== undefined)}
        onChosen={([size]) => size !== undefined && onChoices(withSize(choices, size))}
      />
      <p className={styles['area']}>{t('furniture.area', { area, pyeong: pyeongOf(area) })}</p>
      <div className={styles['ranges']}>
        <RangeField {...range('width')} {...side} step={0.5} text={metres(choices.width)} />
        <RangeField {...range('depth')} {...side} step={0.5} text={metres(choices.depth)} />
        <RangeField {...range('height')} {...height} step={0.1} text={metres(choices.height)} />
        <RangeField {...range('tables')} min={0} max={tables} text={pieces(choices.tables)} />
        <RangeField {...range('lights')} min={0} max={lights} text={pieces(choices.lights)} />
        <RangeField {...range('plants')} min={0} max={plants} text={pieces(choices.plants)} />
      </div>
      <ChoiceGroup
        kind="radio"
        legend={t('furniture.counter')}
        choices={counterSides.map((value) => ({ value, label: t(`furniture.counters.${value}`) }))}
        chosen={[choices.counter]}
        onChosen={([counter]) => counter !== undefined && onChoices({ ...choices, counter })}
      />
    </div>
  );
}

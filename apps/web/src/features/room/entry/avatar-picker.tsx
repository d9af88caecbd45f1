import { type Avatar, avatarLooks } from '@virtualcafe/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { AvatarFigure } from './avatar-figure.js';
import styles from './avatar-picker.module.css';
import { type ClothColor, clothColors } from './entrance.js';

type AvatarPickerProps = { avatar: Avatar; onChange: (avatar: Avatar) => void };

const colorNames = Object.keys(clothColors) as ClothColor[];

/** How one looks: who, and the colour of their clothes. */
export function AvatarPicker({ avatar, onChange }: AvatarPickerProps) {
  const { t } = useTranslation('room');
  const name = useId();
  return (
    <div className={styles['picker']}>
      <fieldset>
        <legend className={styles['legend']}>{t('entry.look')}</legend>
        <div className={styles['looks']}>
          {avatarLooks.map((look) => (
            <label key={look} className={styles['look']}>
              <input
                type="radio"
                name={`${name}-look`}
                value={look}
                checked={avatar.look === look}
                onChange={() => onChange({ ...avatar, look })}
              />
              <AvatarFigure avatar={{ look, color: avatar.color }} className={styles['figure']} />
              <span className={styles['name']}>{t(`entry.looks.${look}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend className={styles['legend']}>{t('entry.color')}</legend>
        <div className={styles['colors']}>
          {colorNames.map((color) => (
            <label key={color} className={styles['color']} title={t(`entry.colors.${color}`)}>
              <input
                type="radio"
                name={`${name}-color`}
                value={color}
                checked={avatar.color === clothColors[color]}
                onChange={() => onChange({ ...avatar, color: clothColors[color] })}
              />
              <span className={styles['swatch']} style={{ background: clothColors[color] }} />
              <span className="visually-hidden">{t(`entry.colors.${color}`)}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </div>
  );
}

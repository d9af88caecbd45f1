import { starterRoomStyles, type StarterRoomStyle } from '@virtualcafe/contracts';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './style-choices.module.css';
import { StylePicture } from './style-picture.js';

type StyleChoicesProps = { chosen: StarterRoomStyle; onChosen: (style: StarterRoomStyle) => void };

/** The styles of a room, each drawn. */
export function StyleChoices({ chosen, onChosen }: StyleChoicesProps) {
  const { t } = useTranslation('maps');
  const name = useId();
  return (
    <fieldset className={styles['choices']}>
      <legend className="visually-hidden">{t('style.title')}</legend>
      {starterRoomStyles.map((style) => (
        <label key={style} className={styles['choice']}>
          <StylePicture style={style} className={styles['picture']} />
          <span className={styles['words']}>
            <input type="radio" name={name} checked={style === chosen} onChange={() => onChosen(style)} />
            <strong>{t(`style.${style}.name`)}</strong>
            <span className={styles['hint']}>{t(`style.${style}.hint`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

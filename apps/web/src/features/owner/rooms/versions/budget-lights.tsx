import type { ManagedViewerMap } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { byteText } from '../upload/byte-text.js';
import styles from './budget-lights.module.css';
import { litFigures, phoneBudget, type LitFigure } from './map-budget-lights.js';

/** What a version costs a phone, each figure with its light and, in words, how it is to be read. */
export function BudgetLights({ map }: { map: ManagedViewerMap }) {
  const { t, i18n } = useTranslation('rooms');
  const figures = litFigures(map);
  if (figures.length === 0) return <span className={styles['none']}>{t('versions.unmeasured')}</span>;
  const number = new Intl.NumberFormat(i18n.language);
  const valueText = ({ figure }: Pick<LitFigure, 'figure'>, value: number): string =>
    figure === 'sizeBytes' || figure === 'textureBytes' ? byteText(value, i18n.language) : number.format(value);
  return (
    <ul className={styles['lights']}>
      {figures.map((lit) => (
        <li
          key={lit.figure}
          data-light={lit.light}
          title={t('versions.recommended', { value: valueText(lit, phoneBudget[lit.figure].good) })}
        >
          <span className={styles['lamp']} aria-hidden="true" />
          <span className={styles['name']}>{t(`versions.figures.${lit.figure}`)}</span>
          <span className={styles['value']}>{valueText(lit, lit.value)}</span>
          <span className={styles['word']}>{t(`versions.lights.${lit.light}`)}</span>
        </li>
      ))}
    </ul>
  );
}

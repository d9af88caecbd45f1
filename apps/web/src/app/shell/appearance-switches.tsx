import { Languages, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button/button.js';
import { switchLanguage } from '../../i18n/setup.js';
import { chooseTheme, useTheme } from '../../lib/preferences/theme.js';
import styles from './header.module.css';

/** Switches to the other language; named in that language, for who does not read this one. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const other = i18n.language === 'ko' ? 'en' : 'ko';
  return (
    <button type="button" lang={other} className={styles['language']} onClick={() => void switchLanguage(other)}>
      <Languages aria-hidden />
      {t('appearance.switchLanguage')}
    </button>
  );
}

export function ThemeSwitch() {
  const { t } = useTranslation();
  const isDark = useTheme() === 'dark';
  return (
    <IconButton
      label={isDark ? t('appearance.toLight') : t('appearance.toDark')}
      onClick={() => chooseTheme(isDark ? 'light' : 'dark')}
    >
      {isDark ? <Sun aria-hidden /> : <Moon aria-hidden />}
    </IconButton>
  );
}

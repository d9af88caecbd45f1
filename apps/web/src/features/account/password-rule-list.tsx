import { Check, Circle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { PasswordRule } from './password-rules.js';
import styles from './password-rule-list.module.css';

/** The rules of a new password, each marked when it is kept. */
export function PasswordRuleList({ kept }: { kept: Record<PasswordRule, boolean> }) {
  const { t } = useTranslation('account');
  return (
    <ul className={styles['rules']} aria-label={t('password.rules')}>
      {(Object.keys(kept) as PasswordRule[]).map((rule) => (
        <li key={rule} data-kept={kept[rule] || undefined}>
          {kept[rule] ? <Check aria-hidden /> : <Circle aria-hidden />}
          {t(`password.rule.${rule}`)}
          <span className="visually-hidden"> {kept[rule] ? t('password.met') : t('password.unmet')}</span>
        </li>
      ))}
    </ul>
  );
}

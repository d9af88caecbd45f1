import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../lib/navigation/page-title.js';
import { ButtonLink } from '../button/button.js';
import { StatePanel } from './state-panel.js';

/** The page for somebody signed in whose account may not enter here. */
export function NotAllowedPanel() {
  const { t } = useTranslation();
  usePageTitle(t('state.notAllowedTitle'));
  return (
    <div className="page">
      <StatePanel mood="closed" headingLevel={1} title={t('state.notAllowedTitle')} text={t('state.notAllowedText')}>
        <ButtonLink to="/account" variant="primary">
          {t('nav.account')}
        </ButtonLink>
        <ButtonLink to="/">{t('action.goHome')}</ButtonLink>
      </StatePanel>
    </div>
  );
}

import { useTranslation } from 'react-i18next';
import { usePageTitle } from '../../lib/navigation/page-title.js';
import { ButtonLink } from '../button/button.js';
import { StatePanel } from './state-panel.js';

/** The page for what does not exist, or may not be seen. */
export function NotFoundPanel({ title, text }: { title?: string; text?: string }) {
  const { t } = useTranslation();
  const heading = title ?? t('state.notFoundTitle');
  usePageTitle(heading);
  return (
    <div className="page">
      <StatePanel mood="lost" headingLevel={1} title={heading} text={text ?? t('state.notFoundText')}>
        <ButtonLink to="/cafes" variant="primary">
          {t('nav.cafes')}
        </ButtonLink>
        <ButtonLink to="/">{t('action.goHome')}</ButtonLink>
      </StatePanel>
    </div>
  );
}

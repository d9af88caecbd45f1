import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';
import { ButtonLink } from '../../components/button/button.js';
import { withReturnPath } from '../../lib/navigation/return-path.js';

/** The ways in for an anonymous visitor; both lead back to where they were taken. */
export function SignInLinks({ size = 'sm', isWide = false }: { size?: 'sm' | 'md'; isWide?: boolean }) {
  const { t } = useTranslation();
  const { pathname, search } = useLocation();
  const here = pathname + search;
  return (
    <>
      <ButtonLink to={withReturnPath('/login', here)} variant="quiet" size={size} isWide={isWide}>
        {t('nav.signIn')}
      </ButtonLink>
      <ButtonLink to={withReturnPath('/signup', here)} variant="primary" size={size} isWide={isWide}>
        {t('nav.signUp')}
      </ButtonLink>
    </>
  );
}

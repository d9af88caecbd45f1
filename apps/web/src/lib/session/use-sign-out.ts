import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { toast } from '../../components/feedback/toast-store.js';
import { api } from '../api/client.js';
import { errorOfAnswer } from '../api/api-error.js';
import { useErrorText } from '../api/use-error-text.js';
import { session } from './session.js';

/** Ends the session at the API, then here; when the API does not answer the person stays signed in and is told so. */
export function useSignOut() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const navigate = useNavigate();
  const [isSigningOut, setSigningOut] = useState(false);

  const signOut = async (): Promise<void> => {
    setSigningOut(true);
    try {
      const { response, error } = await api.POST('/api/v1/auth/logout');
      // 401: there was no session left to end.
      if (!response.ok && response.status !== 401) throw errorOfAnswer(response, error);
      await navigate('/');
      session.end();
      toast.success(t('nav.signedOut'));
    } catch (error) {
      toast.error(errorText(error));
    } finally {
      setSigningOut(false);
    }
  };

  return { signOut, isSigningOut };
}

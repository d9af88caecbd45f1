import i18next from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError, type ClientErrorCode } from './api-error.js';

const isTranslated = (code: string): code is ClientErrorCode => i18next.exists(code, { ns: 'errors' });

/** Words for a failure in the visitor's language; for a code this version does not know, the API's own title. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation('errors');
  return useCallback(
    (error) => {
      if (!(error instanceof ApiError)) return t('internal');
      return isTranslated(error.code) ? t(error.code) : error.message;
    },
    [t],
  );
}

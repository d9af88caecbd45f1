import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Button } from '../components/button/button.js';
import { ErrorPanel, StatePanel } from '../components/feedback/state-panel.js';
import { isMissingChunk } from './missing-chunk.js';

/** The page in place of one that failed to render or to load. */
export function RouteError() {
  const { t } = useTranslation();
  const error = useRouteError();
  const reload = (): void => location.reload();
  if (isMissingChunk(error) && navigator.onLine) {
    return (
      <div className="page" role="alert">
        <StatePanel mood="closed" headingLevel={1} title={t('state.outdatedTitle')} text={t('state.outdatedText')}>
          <Button variant="primary" onClick={reload}>
            {t('action.reload')}
          </Button>
        </StatePanel>
      </div>
    );
  }
  return (
    <div className="page">
      <ErrorPanel error={error} onRetry={reload} headingLevel={1} />
    </div>
  );
}

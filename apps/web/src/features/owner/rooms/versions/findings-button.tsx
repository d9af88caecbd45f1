import type { ManagedViewerMap } from '@virtualcafe/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button/button.js';
import { Dialog } from '../../../../components/overlay/dialog.js';
import { FindingList } from '../upload/finding-list.js';

/** What the check of a model has found, on demand; nothing when it found nothing. */
export function FindingsButton({ map }: { map: ManagedViewerMap }) {
  const { t } = useTranslation('rooms');
  const [isOpen, setOpen] = useState(false);
  const findings = map.report?.findings ?? [];
  if (findings.length === 0) return null;
  return (
    <>
      <Button
        size="sm"
        variant="quiet"
        aria-label={t('versions.findingsOf', { version: map.version, count: findings.length })}
        onClick={() => setOpen(true)}
      >
        {t('versions.findings', { count: findings.length })}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t('versions.findingsTitle', { version: map.version })}
      >
        <FindingList findings={findings} />
      </Dialog>
    </>
  );
}

import { useMutation } from '@tanstack/react-query';
import type { ManagedViewer, ManagedViewerMap } from '@virtualcafe/contracts';
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button/button.js';
import { toast } from '../../../../components/feedback/toast-store.js';
import { useErrorText } from '../../../../lib/api/use-error-text.js';
import { downloadMap } from './download-map.js';

/** Hands out the file of a version as it was uploaded or made; nothing while there is none. */
export function DownloadButton({ room, map }: { room: ManagedViewer; map: ManagedViewerMap }) {
  const { t } = useTranslation('rooms');
  const errorText = useErrorText();
  const original = map.variants.find(({ variant }) => variant === 'ORIGINAL');
  const { mutate, isPending } = useMutation({
    mutationFn: (fileId: string) =>
      downloadMap(room.code, fileId, `${room.code}-${map.type.toLowerCase()}-${map.version}.glb`),
    onError: (error) => toast.error(errorText(error)),
  });
  if (original === undefined) return null;
  return (
    <Button
      size="sm"
      variant="quiet"
      icon={<Download aria-hidden />}
      isBusy={isPending}
      aria-label={t('versions.downloadOf', { version: map.version })}
      onClick={() => mutate(original.fileId)}
    >
      {t('versions.download')}
    </Button>
  );
}

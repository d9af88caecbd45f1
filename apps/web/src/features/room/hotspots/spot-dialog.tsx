import type { Hotspot, Viewer } from '@virtualcafe/contracts';
import { useTranslation } from 'react-i18next';
import { Badge } from '../../../components/badge/badge.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { SpotContent } from './spot-content.js';
import styles from './spot-dialog.module.css';
import { spotLabel } from './spot-label.js';

type SpotDialogProps = { room: Viewer; spot: Hotspot | null; isEmbedded: boolean; onClose: () => void };

/** What a hotspot in the room opens, over the room. */
export function SpotDialog({ room, spot, isEmbedded, onClose }: SpotDialogProps) {
  const { t, i18n } = useTranslation('room');
  return (
    <Dialog
      isOpen={spot !== null}
      onClose={onClose}
      title={spot === null ? '' : spotLabel(spot, i18n.language)}
      shape="sheet"
    >
      {spot !== null && (
        <div className={styles['spot']}>
          <Badge tone="warm">{t(`spot.kinds.${spot.kind}`)}</Badge>
          <SpotContent room={room} spot={spot} isEmbedded={isEmbedded} />
        </div>
      )}
    </Dialog>
  );
}

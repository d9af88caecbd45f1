import { MapPin } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button/button.js';
import { Dialog } from '../../../components/overlay/dialog.js';
import { RegionNavigator } from './region-navigator.js';

type RegionSheetProps = {
  chosenId: string | null;
  chosenName: string | null;
  /** How many cafés the search finds as it stands; undefined while that is loading. */
  total: number | undefined;
  linkTo: (regionId: string | null) => string;
};

/** The region navigator for a narrow screen: behind a button, in a sheet that stays until one has arrived. */
export function RegionSheet({ chosenId, chosenName, total, linkTo }: RegionSheetProps) {
  const { t } = useTranslation('search');
  const { t: tCommon } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button size="sm" icon={<MapPin aria-hidden />} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('region.choose', { name: chosenName ?? t('region.all') })}
      </Button>
      <Dialog
        isOpen={isOpen}
        onClose={close}
        title={t('region.title')}
        shape="sheet"
        footer={
          <Button variant="primary" isWide onClick={close}>
            {total === undefined ? tCommon('state.loading') : t('region.show', { count: total })}
          </Button>
        }
      >
        <RegionNavigator chosenId={chosenId} linkTo={linkTo} />
      </Dialog>
    </>
  );
}

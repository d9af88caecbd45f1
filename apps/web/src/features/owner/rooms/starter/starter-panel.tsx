import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ManagedCafe, ManagedViewer } from '@virtualcafe/contracts';
import { Shuffle, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../../components/button/button.js';
import { LoadingNote, SkeletonText } from '../../../../components/feedback/skeleton.js';
import { ErrorPanel } from '../../../../components/feedback/state-panel.js';
import { FormError } from '../../../../components/field/form-error.js';
import { ConfirmDialog } from '../../../../components/overlay/confirm-dialog.js';
import { Section } from '../../../../components/section/section.js';
import { useErrorText } from '../../../../lib/api/use-error-text.js';
import { managedCafeQuery } from '../../../../lib/queries/managed-cafes.js';
import { acceptViewer, makeStarterRoom } from '../../../../lib/queries/managed-viewers.js';
import { newMapIds } from '../console/map-work.js';
import { activePair } from '../versions/map-pairs.js';
import { FurnitureFields } from './furniture-fields.js';
import { MadeNote } from './made-note.js';
import { PlanPicture } from './plan-picture.js';
import { firstChoices, newSeed, requestOf, type StarterChoices } from './starter-form.js';
import styles from './starter-panel.module.css';
import { StyleChoices } from './style-choices.js';
import { WallPhotos } from './wall-photos.js';

/** A furnished room from a few choices, for who has no model of their café. */
export function StarterPanel({ room }: { room: ManagedViewer }) {
  const { data, error, refetch } = useQuery(managedCafeQuery(room.cafe.code));
  if (data !== undefined) return <StarterForm room={room} cafe={data.data} />;
  if (error !== null) return <ErrorPanel error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <LoadingNote />
      <SkeletonText lines={6} />
    </>
  );
}

function StarterForm({ room, cafe }: { room: ManagedViewer; cafe: ManagedCafe }) {
  const { t } = useTranslation('maps');
  const [choices, setChoices] = useState(() => firstChoices(cafe, newSeed(Math.random())));
  const { make, isMaking, errorText, madeIds } = useMaking(room);
  const [isAsking, setAsking] = useState(false);
  const isReplacing = activePair(room.maps) !== null;
  const change = (some: Partial<StarterChoices>): void => setChoices((current) => ({ ...current, ...some }));

  const begin = (): void => {
    setAsking(false);
    make(choices);
  };

  return (
    <div className={styles['panel']}>
      <div className={styles['column']}>
        <Section title={t('style.title')} lead={t('style.lead')}>
          <StyleChoices chosen={choices.style} onChosen={(style) => change({ style })} />
        </Section>
        <Section title={t('furniture.title')} lead={t('furniture.lead')}>
          <FurnitureFields choices={choices} onChoices={setChoices} />
        </Section>
        <Section title={t('photos.title')} lead={t('photos.lead')}>
          <WallPhotos cafe={cafe} photos={choices.photos} onPhotos={(photos) => change({ photos })} />
        </Section>
      </div>
      <div className={styles['aside']}>
        <Section
          title={t('plan.title')}
          actions={
            <Button
              size="sm"
              variant="quiet"
              icon={<Shuffle aria-hidden />}
              onClick={() => change({ seed: newSeed(Math.random()) })}
            >
              {t('plan.shuffle')}
            </Button>
          }
        >
          <PlanPicture choices={choices} />
          <FormError text={errorText} />
          <Button
            variant="primary"
            size="lg"
            isWide
            icon={<Sparkles aria-hidden />}
            isBusy={isMaking}
            onClick={() => (isReplacing ? setAsking(true) : begin())}
          >
            {t('make.submit')}
          </Button>
          <MadeNote room={room} madeIds={madeIds} />
        </Section>
      </div>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={begin}
        title={t('make.replaceTitle')}
        confirmLabel={t('make.submit')}
      >
        <p>{t('make.replaceText')}</p>
      </ConfirmDialog>
    </div>
  );
}

function useMaking(room: ManagedViewer) {
  const client = useQueryClient();
  const words = useErrorText();
  const [madeIds, setMadeIds] = useState<readonly string[]>([]);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (choices: StarterChoices) => makeStarterRoom(room.code, requestOf(choices)),
    onSuccess: (viewer) => {
      setMadeIds(newMapIds(room.maps, viewer.data.maps));
      acceptViewer(client, viewer);
    },
  });
  return { make: mutate, isMaking: isPending, errorText: error === null ? null : words(error), madeIds };
}

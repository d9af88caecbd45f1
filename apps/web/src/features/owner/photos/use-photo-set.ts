import { useQueryClient } from '@tanstack/react-query';
import type { CafeImageSet, Image, ManagedCafe } from '@virtualcafe/contracts';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { actionableMs, dismissToast, toast } from '../../../components/feedback/toast-store.js';
import { api, taggedDataOf } from '../../../lib/api/client.js';
import { useErrorText } from '../../../lib/api/use-error-text.js';
import { acceptCafe, managedCafeQuery } from '../../../lib/queries/managed-cafes.js';
import { LatestSaver } from '../../../lib/saving/latest-saver.js';
import { visiblePhotos, withArrived, withMoved } from './photo-order.js';

type Photos = readonly Image[];
type Failure = { error: unknown; wanted: Photos };

const nothingRemoved: ReadonlySet<string> = new Set();

/**
 * One of a café's sets of photos. Every change shows at once and is then saved; when that fails the set is as the API
 * last said. A photo taken out is saved as such only when the time to undo it has passed: what somebody else uploaded
 * could not be put back afterwards.
 */
export function usePhotoSet(cafe: ManagedCafe, set: CafeImageSet) {
  const client = useQueryClient();
  const [removedIds, setRemovedIds] = useState(nothingRemoved);
  const [turns] = useState(() => new Map<string, number>());
  const saver = usePhotoSaver(cafe.code, set);
  const wanted = useSyncExternalStore(saver.subscribe, saver.getWanted);
  const photos = wanted ?? cafe.images[set];

  // Asked for at the moment of a change: several may come between two renderings, each building on the one before.
  const latest = (): Photos =>
    saver.getWanted() ?? client.getQueryData(managedCafeQuery(cafe.code).queryKey)?.data.images[set] ?? photos;

  const save = (next: Photos): void => void saver.save(next);
  const restore = (): void => setRemovedIds(nothingRemoved);
  const takeOutRemoved = (): void => {
    if (removedIds.size === 0) return;
    save(visiblePhotos({ photos: latest(), removedIds }));
    restore();
  };
  useUndoTime(removedIds, { onUndo: restore, onOver: takeOutRemoved });

  return {
    photos: visiblePhotos({ photos, removedIds }),
    isSaving: wanted !== null,
    isUnsaved: wanted !== null || removedIds.size > 0,
    move: (from: number, to: number): void => save(withMoved({ photos: latest(), removedIds }, from, to)),
    remove: (id: string): void => setRemovedIds((current) => new Set(current).add(id)),
    addUploaded: (image: Image, turn: number): void => {
      turns.set(image.id, turn);
      save(withArrived(latest(), image, turns));
    },
  };
}

function usePhotoSaver(code: string, set: CafeImageSet): LatestSaver<Photos> {
  const { t } = useTranslation('photos');
  const client = useQueryClient();
  const errorText = useErrorText();
  const [failure, setFailure] = useState<Failure | null>(null);

  const [saver] = useState(
    () =>
      new LatestSaver<Photos>({
        send: async (photos) => {
          const params = { path: { code, set } };
          const body = { imageIds: photos.map(({ id }) => id) };
          acceptCafe(client, await taggedDataOf(api.PUT('/api/v1/cafes/{code}/images/{set}', { params, body })));
        },
        onFailure: (error, wanted) => setFailure({ error, wanted }),
      }),
  );

  const tell = useEffectEvent(({ error, wanted }: Failure) =>
    toast.error(t('failed', { reason: errorText(error) }), {
      label: t('retry'),
      run: () => void saver.save(wanted),
    }),
  );
  useEffect(() => {
    if (failure !== null) tell(failure);
  }, [failure]);

  return saver;
}

type UndoTime = { onUndo: () => void; onOver: () => void };

/** Offers to undo a removal for a while; one more removal starts the time again. Leaving the page ends it. */
function useUndoTime(removedIds: ReadonlySet<string>, { onUndo, onOver }: UndoTime): void {
  const { t } = useTranslation('photos');
  const end = useEffectEvent(onOver);
  const offer = useEffectEvent((count: number) =>
    toast.success(t('removed', { count }), { label: t('undo'), run: onUndo }),
  );

  useEffect(() => {
    if (removedIds.size === 0) return;
    const toastId = offer(removedIds.size);
    const timer = setTimeout(end, actionableMs);
    return () => {
      clearTimeout(timer);
      dismissToast(toastId);
    };
  }, [removedIds]);

  useEffect(() => () => end(), []);
}

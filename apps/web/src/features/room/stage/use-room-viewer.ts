import type { WorldData } from '@virtualcafe/contracts';
import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RoomViewer, ViewerEvents } from '../../../viewer/room-viewer.types.js';
import type { OpeningStage } from '../entry/loading-view.js';
import { sceneTexts } from '../hotspots/spot-label.js';
import { MapDownloadError, MapLinkExpiredError } from '../session/map-download.js';
import type { RoomSession } from '../session/room-session.js';
import { currentQuality, reducesMotion, useQuality, useReducedMotion } from './visit-settings.js';

export type StageFailure = 'maps' | 'viewer';

export interface StageEvents extends Omit<ViewerEvents, 'onMove' | 'onFailure'> {
  readonly onStage: (stage: OpeningStage) => void;
  readonly onFailure: (failure: StageFailure) => void;
}

const failureOf = (error: unknown): StageFailure =>
  error instanceof MapDownloadError || error instanceof MapLinkExpiredError ? 'maps' : 'viewer';

/** Opens the room of a visit on a canvas once its maps are there; null until it stands. */
export function useRoomViewer(
  session: RoomSession,
  canvasRef: RefObject<HTMLCanvasElement | null>,
  events: StageEvents,
): RoomViewer | null {
  const { i18n } = useTranslation();
  const [viewer, setViewer] = useState<RoomViewer | null>(null);
  const textsOf = useEffectEvent((world: WorldData) => sceneTexts(world, i18n.language));
  const onStage = useEffectEvent(events.onStage);
  const onFailure = useEffectEvent(events.onFailure);
  const onHotspot = useEffectEvent(events.onHotspot);
  const onNearHotspot = useEffectEvent(events.onNearHotspot);
  const onPerson = useEffectEvent(events.onPerson);
  const onContextLost = useEffectEvent(events.onContextLost);

  useEffect(() => {
    let isOver = false;
    let opened: RoomViewer | null = null;

    const open = async (canvas: HTMLCanvasElement): Promise<void> => {
      // The engine is fetched while the maps are.
      const [maps, { openRoomViewer }] = await Promise.all([
        session.maps,
        import('../../../viewer/open-room-viewer.js'),
        session.arrived,
      ]);
      const opening = session.opening();
      if (isOver || opening === null) return;
      onStage({ kind: 'build', done: 0 });
      opened = await openRoomViewer({
        ...opening,
        canvas,
        maps,
        texts: textsOf(opening.world),
        reducedMotion: reducesMotion(),
        quality: currentQuality(),
        onProgress: (done) => onStage({ kind: 'build', done }),
        onMove: (transform) => session.move(transform),
        onHotspot: (id) => onHotspot(id),
        onNearHotspot: (id) => onNearHotspot(id),
        onPerson: (id) => onPerson(id),
        onContextLost: (isLost) => onContextLost(isLost),
        onFailure: (error) => fail(error),
      });
      if (isOver) {
        opened.dispose();
        return;
      }
      session.attach(opened, (world) => textsOf(world));
      setViewer(opened);
    };

    const fail = (error: unknown): void => {
      if (isOver || session.isOver) return;
      console.error(error);
      onFailure(failureOf(error));
    };

    if (canvasRef.current !== null) open(canvasRef.current).catch(fail);
    return () => {
      isOver = true;
      session.detach();
      opened?.dispose();
      setViewer(null);
    };
  }, [session, canvasRef]);

  useChoices(viewer, session);
  return viewer;
}

/** Tells an open viewer of what is chosen while it stands. */
function useChoices(viewer: RoomViewer | null, session: RoomSession): void {
  const { i18n } = useTranslation();
  const quality = useQuality();
  const reducedMotion = useReducedMotion();
  useEffect(() => viewer?.setQuality(quality), [viewer, quality]);
  useEffect(() => viewer?.setReducedMotion(reducedMotion), [viewer, reducedMotion]);
  useEffect(() => {
    const { world } = session.store.get();
    if (world !== null) viewer?.setTexts(sceneTexts(world, i18n.language));
  }, [viewer, session, i18n.language]);
}

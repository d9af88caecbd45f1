import type { Image, Viewer } from '@virtualcafe/contracts';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, ButtonLink } from '../../components/button/button.js';
import { toast } from '../../components/feedback/toast-store.js';
import { EndedView } from './entry/ended-view.js';
import type { Entrance } from './entry/entrance.js';
import { LoadingView, type OpeningStage } from './entry/loading-view.js';
import { MessageView } from './entry/message-view.js';
import { Hud } from './hud/hud.js';
import { RoomSession } from './session/room-session.js';
import { wantsLightMaps } from './stage/device.js';
import { type StageFailure, useRoomViewer } from './stage/use-room-viewer.js';
import { type Panel, useStateOf, VisitContext } from './visit-context.js';
import styles from './visit-view.module.css';

type VisitViewProps = {
  room: Viewer;
  cover: Image | null;
  entrance: Entrance;
  /** The key of somebody to be in one room with. */
  companion: string | null;
  /** The hotspot to begin at. */
  startAt: string | null;
  isEmbedded: boolean;
  onLeave: () => void;
};

/** A visit from the door to its end; entering again is another one. */
export function VisitView(props: VisitViewProps) {
  const [attempt, setAttempt] = useState(0);
  return <OneVisit key={attempt} {...props} onAgain={() => setAttempt(attempt + 1)} />;
}

type OneVisitProps = VisitViewProps & { onAgain: () => void };

function OneVisit(props: OneVisitProps) {
  const { t } = useTranslation('room');
  const { room, cover, entrance, companion, onLeave } = props;
  const [session, setSession] = useState<RoomSession | null>(null);
  const [download, setDownload] = useState<OpeningStage>({ kind: 'place' });

  const begin = useEffectEvent(() => {
    const { nickname, avatar } = entrance;
    const begun = new RoomSession({
      code: room.code,
      request: { ...(nickname !== '' && { nickname }), ...(companion !== null && { with: companion }) },
      avatar,
      isLight: wantsLightMaps,
      onProgress: (loadedBytes, totalBytes) => setDownload({ kind: 'download', loadedBytes, totalBytes }),
      onWarning: () => toast.error(t('hud.tooFast')),
      onReplaceFailed: (error) => {
        console.error(error);
        toast.error(t('failure.replaceFailed'));
      },
    });
    begun.enter();
    return begun;
  });

  useEffect(() => {
    const begun = begin();
    let isGone = false;
    // Not within the effect itself: the page is painted once with the door, and then with the visit.
    queueMicrotask(() => {
      if (!isGone) setSession(begun);
    });
    return () => {
      isGone = true;
      begun.leave();
    };
  }, []);

  if (session === null) return <LoadingView {...{ cover }} roomName={room.name} stage={download} onCancel={onLeave} />;
  return <Stage {...props} session={session} download={download} />;
}

type StageProps = OneVisitProps & { session: RoomSession; download: OpeningStage };

function Stage(props: StageProps) {
  const { t } = useTranslation('room');
  const { room, cover, session, download, startAt, isEmbedded, onLeave, onAgain } = props;
  const { phase } = useStateOf(session);
  const canvasRef = useRef<HTMLCanvasElement>(null);
  const [building, setBuilding] = useState<OpeningStage | null>(null);
  const [failure, setFailure] = useState<StageFailure | null>(null);
  const [panel, setPanel] = useState<Panel | null>(null);
  const [nearSpot, setNearSpot] = useState<string | null>(null);
  const [isContextLost, setContextLost] = useState(false);

  const closePanel = (kind: Panel['kind']): void => setPanel((open) => (open?.kind === kind ? null : open));

  const viewer = useRoomViewer(session, canvasRef, {
    onStage: setBuilding,
    onFailure: (what) => {
      setFailure(what);
      session.leave();
    },
    onHotspot: (id) => setPanel({ kind: 'spot', id }),
    onNearHotspot: setNearSpot,
    onPerson: (id) => {
      const person = session.person(id);
      if (person !== undefined) setPanel({ kind: 'person', key: person.key });
    },
    onContextLost: setContextLost,
  });

  useEffect(() => {
    if (startAt !== null) viewer?.goToHotspot(startAt);
  }, [viewer, startAt]);

  if (phase.kind === 'ended') return <EndedView {...{ room, cover, onAgain }} code={phase.code} />;
  if (failure !== null) return <FailureView {...{ room, cover, failure, onAgain }} />;
  return (
    <div className={styles['visit']}>
      <canvas ref={canvasRef} className={styles['canvas']} tabIndex={0} aria-label={t('hud.canvas')} />
      {viewer === null ? (
        <div className={styles['cover']}>
          <LoadingView {...{ cover }} roomName={room.name} stage={building ?? download} onCancel={onLeave} />
        </div>
      ) : (
        <VisitContext value={{ room, session, viewer, isEmbedded, openPanel: setPanel, closePanel, leave: onLeave }}>
          <Hud {...{ panel, nearSpot, isContextLost, canvasRef }} />
        </VisitContext>
      )}
    </div>
  );
}

type FailureViewProps = { room: Viewer; cover: Image | null; failure: StageFailure; onAgain: () => void };

function FailureView({ room, cover, failure, onAgain }: FailureViewProps) {
  const { t } = useTranslation('room');
  const { t: tCommon } = useTranslation();
  return (
    <MessageView
      cover={cover}
      title={t('failure.title')}
      text={t(failure === 'maps' ? 'failure.mapsText' : 'failure.text')}
    >
      <ButtonLink to={`/r/${room.code}/tour`} state={{ isWithout3d: true }} variant="primary">
        {t('failure.tour')}
      </ButtonLink>
      <Button onClick={onAgain}>{tCommon('action.retry')}</Button>
    </MessageView>
  );
}

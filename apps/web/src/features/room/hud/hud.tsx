import { type RefObject, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SpotDialog } from '../hotspots/spot-dialog.js';
import { PeopleDialog } from '../people/people-dialog.js';
import { PersonDialog } from '../people/person-dialog.js';
import { ReportDialog } from '../people/report-dialog.js';
import { ShareDialog } from '../share/share-dialog.js';
import { useTouch } from '../stage/device.js';
import { type Panel, useVisit, useVisitState } from '../visit-context.js';
import { ChatPanel } from './chat-panel.js';
import { ConnectionNote } from './connection-note.js';
import { EmoteBar } from './emote-bar.js';
import { Hints } from './hints.js';
import styles from './hud.module.css';
import { NearSpot } from './near-spot.js';
import { SettingsDialog } from './settings-dialog.js';
import { TopBar } from './top-bar.js';
import { TouchControls } from './touch-controls.js';
import { useRoomKeys } from './use-room-keys.js';

type HudProps = {
  panel: Panel | null;
  /** The hotspot near enough for the action key. */
  nearSpot: string | null;
  isContextLost: boolean;
  canvasRef: RefObject<HTMLCanvasElement | null>;
};

/** Everything over the room. */
export function Hud({ panel, nearSpot, isContextLost, canvasRef }: HudProps) {
  const { t } = useTranslation('room');
  const { room } = useVisit();
  const isTouch = useTouch();
  const [isChatOpen, setChatOpen] = useState(() => !isTouch && innerWidth > 720);
  const chatInputRef = useRef<HTMLInputElement>(null);
  useRoomKeys({ canvasRef, chatInputRef, nearSpot, isPanelOpen: panel !== null, onOpenChat: () => setChatOpen(true) });

  return (
    <section
      className={styles['hud']}
      aria-label={t('hud.region', { room: room.name })}
      data-touch={isTouch || undefined}
      data-chat={isChatOpen || undefined}
    >
      <TopBar />
      <ConnectionNote isContextLost={isContextLost} />
      <div className={styles['center']}>
        {nearSpot !== null && panel === null && <NearSpot id={nearSpot} isTouch={isTouch} />}
        <Hints isTouch={isTouch} />
      </div>
      <ChatPanel isOpen={isChatOpen} onToggle={setChatOpen} inputRef={chatInputRef} canvasRef={canvasRef} />
      <EmoteBar isTouch={isTouch} />
      {isTouch && <TouchControls />}
      <Panels panel={panel} />
    </section>
  );
}

function Panels({ panel }: { panel: Panel | null }) {
  const { closePanel } = useVisit();
  const close = (kind: Panel['kind']) => (): void => closePanel(kind);
  const isOpen = (kind: Panel['kind']): boolean => panel?.kind === kind;
  return (
    <>
      <PeopleDialog isOpen={isOpen('people')} onClose={close('people')} />
      <PersonDialog personKey={panel?.kind === 'person' ? panel.key : null} onClose={close('person')} />
      <ReportDialog subject={panel?.kind === 'report' ? panel : null} onClose={close('report')} />
      <SettingsDialog isOpen={isOpen('settings')} onClose={close('settings')} />
      <ShareDialog isOpen={isOpen('share')} onClose={close('share')} />
      <SpotPanel spotId={panel?.kind === 'spot' ? panel.id : null} onClose={close('spot')} />
    </>
  );
}

function SpotPanel({ spotId, onClose }: { spotId: string | null; onClose: () => void }) {
  const { room, isEmbedded } = useVisit();
  const { world } = useVisitState();
  const spot = world?.hotspots.find(({ id }) => id === spotId) ?? null;
  return <SpotDialog {...{ room, spot, isEmbedded, onClose }} />;
}

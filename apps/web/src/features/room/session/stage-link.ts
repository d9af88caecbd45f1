import type { Frame, Participant, RoomEvents, Transform, WorldData } from '@virtualcafe/contracts';
import type { MapFiles, RoomViewer, ViewerTexts } from '../../../viewer/room-viewer.types.js';
import { IdSwap } from './id-swap.js';
import { KnownPlaces } from './known-places.js';
import type { Roster } from './roster.js';

export type TextsOf = (world: WorldData) => ViewerTexts;

/** Takes what the room tells to the viewer, once there is one. */
export class StageLink {
  private readonly places = new KnownPlaces();
  private viewer: RoomViewer | null = null;
  private swap = new IdSwap(0, 0);
  private viewerSelfId = 0;
  private roomSelfId = 0;
  private isToBePlaced = false;
  private textsOf: TextsOf = () => ({ hotspotLabels: new Map() });

  /** Where one stands, as the room knows it. */
  get place(): Transform | undefined {
    return this.places.of(this.roomSelfId);
  }

  /** @param self As the viewer was opened with. */
  attach(viewer: RoomViewer, self: Participant, roster: Roster, textsOf: TextsOf): void {
    this.viewer = viewer;
    this.viewerSelfId = self.id;
    this.textsOf = textsOf;
    this.showPeople(this.roomSelfId, roster);
    viewer.takeFrame(this.swap.frame(this.places.frame()), performance.now());
  }

  detach(): void {
    this.viewer = null;
  }

  /** Anew after a welcome. One is where the room says, which was told nothing of the way one went meanwhile. */
  welcome({ self, tickMs }: RoomEvents['welcome'], roster: Roster): void {
    this.isToBePlaced = this.viewer !== null;
    this.viewer?.setTickMs(tickMs);
    this.showPeople(self.id, roster);
  }

  change(change: RoomEvents['roster']): void {
    this.viewer?.changePeople(this.swap.change(change));
  }

  frame(frame: Frame, atMs: number): void {
    this.places.take(frame);
    this.viewer?.takeFrame(this.swap.frame(frame), atMs);
    const { place } = this;
    if (!this.isToBePlaced || frame.kind !== 'full' || place === undefined) return;
    this.isToBePlaced = false;
    this.viewer?.correct({ x: place.x, y: place.y, z: place.z, yaw: place.yaw });
  }

  correct(place: RoomEvents['corrected']): void {
    this.viewer?.correct(place);
  }

  tick(tickMs: number): void {
    this.viewer?.setTickMs(tickMs);
  }

  speech(participantId: number, text: string): void {
    this.viewer?.showSpeech(this.swap.other(participantId), text);
  }

  async replaceWorld(world: WorldData, maps: MapFiles | null): Promise<void> {
    await this.viewer?.replaceWorld(world, maps, this.textsOf(world));
  }

  /** The room's number of somebody the viewer names. */
  readonly roomId = (viewerId: number): number => this.swap.other(viewerId);

  private showPeople(selfId: number, roster: Roster): void {
    this.roomSelfId = selfId;
    this.swap = new IdSwap(selfId, this.viewerSelfId === 0 ? selfId : this.viewerSelfId);
    const others = [...roster.values()].filter(({ id }) => id !== selfId);
    this.viewer?.setPeople(others.map((person) => this.swap.person(person)));
  }
}

import type { Frame, Participant, RoomEvents, Transform, WorldData } from '@virtualcafe/contracts';
import type { MapFiles, RoomViewer, ViewerTexts } from '../../../viewer/room-viewer.types.js';
import { KnownPlaces } from './known-places.js';
import type { Roster } from './roster.js';

export type TextsOf = (world: WorldData) => ViewerTexts;

/** Takes what the room tells to the viewer, once there is one. */
export class StageLink {
  private readonly places = new KnownPlaces();
  private viewer: RoomViewer | null = null;
  private selfId = 0;
  private isToBePlaced = false;
  private textsOf: TextsOf = () => ({ hotspotLabels: new Map() });

  /** Where one stands, as the room knows it. */
  get place(): Transform | undefined {
    return this.places.of(this.selfId);
  }

  attach(viewer: RoomViewer, roster: Roster, textsOf: TextsOf): void {
    this.viewer = viewer;
    this.textsOf = textsOf;
    this.showPeople(roster);
    viewer.takeFrame(this.places.frame(), performance.now());
  }

  detach(): void {
    this.viewer = null;
  }

  /** Anew after a welcome. One is where the room says, which was told nothing of the way one went meanwhile. */
  welcome({ self, tickMs }: RoomEvents['welcome'], roster: Roster): void {
    this.isToBePlaced = this.viewer !== null;
    this.selfId = self.id;
    this.viewer?.setTickMs(tickMs);
    this.viewer?.setSelf(self);
    this.showPeople(roster);
  }

  change(change: RoomEvents['roster']): void {
    this.viewer?.changePeople(change);
  }

  frame(frame: Frame, atMs: number): void {
    this.places.take(frame);
    this.viewer?.takeFrame(frame, atMs);
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
    this.viewer?.showSpeech(participantId, text);
  }

  async replaceWorld(world: WorldData, maps: MapFiles | null): Promise<void> {
    await this.viewer?.replaceWorld(world, maps, this.textsOf(world));
  }

  /** Oneself as the room has one now: muted, or with another look. */
  self(self: Participant): void {
    this.viewer?.setSelf(self);
  }

  private showPeople(roster: Roster): void {
    this.viewer?.setPeople([...roster.values()].filter(({ id }) => id !== this.selfId));
  }
}

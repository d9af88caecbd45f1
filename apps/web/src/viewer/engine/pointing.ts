import type { Vector3 } from 'three';
import type { WorldData } from '@virtualcafe/contracts';
import type { ViewerEvents } from '../room-viewer.types.js';
import { nearHotspot } from '../systems/near-hotspot.js';
import type { People } from '../systems/people.js';
import type { SelfPlayer } from '../systems/self-player.js';
import type { SolidWorld } from '../systems/solid-world.js';
import type { ShownMarker } from './hotspot-markers.js';
import { type Picked, Picker } from './picker.js';
import type { Spot } from './pointer-input.js';
import { drawnHeight } from './room-view.js';
import type { Stage } from './stage.js';

/** What there is to point at in this frame. */
export interface Pointable {
  readonly world: WorldData;
  readonly solids: SolidWorld;
  readonly people: People;
  readonly player: SelfPlayer;
  readonly markers: readonly ShownMarker[];
}

/** What oneself points at, stands near to, clicks and opens. */
export class Pointing {
  /** Hotspots that are near or pointed at. */
  readonly highlighted = new Set<string>();
  /** Where the mouse is, if it is over the canvas. */
  hover: Spot | null = null;
  private readonly picker: Picker;
  private near: string | null = null;

  constructor(
    private readonly stage: Stage,
    private readonly events: Pick<ViewerEvents, 'onHotspot' | 'onPerson' | 'onNearHotspot'>,
    private readonly onGround: (at: Vector3) => void,
  ) {
    this.picker = new Picker(stage);
  }

  /** Once a frame. */
  advance(pointable: Pointable): void {
    const near = nearHotspot(pointable.world.hotspots, pointable.player.feet, this.near);
    if (near !== this.near) {
      this.near = near;
      this.events.onNearHotspot(near);
    }
    const picked = this.hover ? this.pick(this.hover, pointable) : null;
    this.highlighted.clear();
    if (near !== null) this.highlighted.add(near);
    if (picked?.kind === 'hotspot') this.highlighted.add(picked.hotspot.id);
    this.setCursor(picked ? 'pointer' : '');
  }

  tap(spot: Spot, pointable: Pointable): void {
    const { solids, world } = pointable;
    const picked = this.pick(spot, pointable) ?? this.picker.ground(spot, solids, world.playerRadius);
    if (picked?.kind === 'hotspot') this.events.onHotspot(picked.hotspot.id);
    else if (picked?.kind === 'person') this.events.onPerson(picked.id);
    else if (picked) this.onGround(picked.at);
  }

  /** Opens what one stands near to. */
  act(): void {
    if (this.near !== null) this.events.onHotspot(this.near);
  }

  private pick(spot: Spot, { markers, people, world, solids }: Pointable): Picked | null {
    return this.picker.thing(spot, markers, people, drawnHeight(world), solids);
  }

  private setCursor(cursor: string): void {
    const { style } = this.stage.renderer.domElement;
    if (style.cursor !== cursor) style.cursor = cursor;
  }
}

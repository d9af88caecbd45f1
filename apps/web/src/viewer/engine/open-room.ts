import { type Group, Vector3 } from 'three';
import type { Avatar, Frame, Participant, RoomEvents, WorldData } from '@virtualcafe/contracts';
import { animations } from '@virtualcafe/contracts';
import type {
  MapFiles,
  RoomViewer,
  SteeringInput,
  ViewerFigures,
  ViewerOptions,
  ViewerQuality,
  ViewerTexts,
} from '../room-viewer.types.js';
import { CameraRig } from '../systems/camera-rig.js';
import { isEmote } from '../systems/emotes.js';
import { FrameTimings } from '../systems/frame-timings.js';
import { KeySteering } from '../systems/key-steering.js';
import { MoveReporter } from '../systems/move-reporter.js';
import { People } from '../systems/people.js';
import { seatBefore, standBefore } from '../systems/places.js';
import { SelfPlayer } from '../systems/self-player.js';
import type { CollisionWorld } from './collision-world.js';
import { FrameLoop } from './frame-loop.js';
import { KeyboardInput } from './keyboard-input.js';
import { loadCollider, loadRenderMap, placeMap } from './map-loader.js';
import { type Pointable, Pointing } from './pointing.js';
import { PointerInput } from './pointer-input.js';
import { Quality } from './quality.js';
import { drawnHeight, RoomView } from './room-view.js';
import type { Stage } from './stage.js';

const radiansPerPixel = 0.0052;
/** The camera looks at the head, not at the feet. */
const pivotShare = 0.86;
/** A frame may fail by itself; as many in a row are no accident. */
const toleratedFaults = 5;

/** A room on a canvas, from its first frame to `dispose`. */
export class OpenRoom implements RoomViewer {
  private readonly keys = new KeySteering();
  private readonly rig = new CameraRig();
  private readonly timings = new FrameTimings();
  private readonly people: People;
  private readonly player: SelfPlayer;
  private readonly reporter: MoveReporter;
  private readonly quality: Quality;
  private readonly view: RoomView;
  private readonly pointing: Pointing;
  private readonly loop: FrameLoop;
  private readonly pointer: PointerInput;
  private readonly keyboard: KeyboardInput;
  private readonly listeners = new AbortController();
  private readonly pivot = new Vector3();
  private self: Participant;
  private texts: ViewerTexts;
  private isStill: boolean;
  private isLost = false;
  private faults = 0;
  private worldNumber = 0;

  constructor(
    private readonly options: ViewerOptions,
    private readonly stage: Stage,
    private world: WorldData,
    private map: Group,
    private solids: CollisionWorld,
  ) {
    this.self = options.self;
    this.texts = options.texts;
    this.isStill = options.reducedMotion;
    const start = options.start ?? { ...world.spawnPoint, yaw: world.playerRotation };
    this.people = new People(() => this.self.id, world.playerSpeed, options.tickMs);
    this.player = new SelfPlayer(solids, world, start);
    this.reporter = new MoveReporter(world, start, performance.now());
    this.rig.snapBehind(start.yaw);
    this.quality = new Quality(options.quality, stage.isSlow);
    this.view = new RoomView(stage, this.quality, map, world, getComputedStyle(options.canvas).fontFamily);
    this.pointing = new Pointing(stage, options, (at) => {
      this.player.goTo(at.x, at.z);
      this.view.markGoal(at);
    });
    this.pointer = new PointerInput(options.canvas, {
      onDrag: (x, y) => this.rig.turn(-x * radiansPerPixel, y * radiansPerPixel * 0.8),
      onZoom: (factor) => this.rig.zoomBy(factor),
      onTap: (spot) => this.pointing.tap(spot, this.pointable()),
      onHover: (spot) => {
        this.pointing.hover = spot;
      },
    });
    this.keyboard = new KeyboardInput(this.keys, { onJump: () => this.jump(), onAct: () => this.pointing.act() });
    const { signal } = this.listeners;
    options.canvas.addEventListener('webglcontextlost', this.onLost, { signal });
    options.canvas.addEventListener('webglcontextrestored', this.onRestored, { signal });
    this.loop = new FrameLoop(this.onFrame, (nowMs) => this.report(nowMs));
    this.loop.start();
  }

  setPeople(people: readonly Participant[]): void {
    this.people.setAll(people);
  }

  changePeople(change: RoomEvents['roster']): void {
    this.people.change(change);
  }

  takeFrame(frame: Frame, atMs: number): void {
    this.people.take(frame, atMs);
  }

  setTickMs(tickMs: number): void {
    this.people.setTickMs(tickMs);
  }

  setSelf(self: Participant): void {
    this.self = self;
  }

  correct(place: RoomEvents['corrected']): void {
    this.player.place(place);
    this.player.yaw = place.yaw;
    this.reporter.correct(place, performance.now());
  }

  setAvatar(avatar: Avatar): void {
    this.self = { ...this.self, avatar };
  }

  playEmote(animation: number): void {
    if (isEmote(animation)) this.player.assume(animation);
  }

  sit(): void {
    const { player, world } = this;
    const body = { height: world.playerHeight, radius: world.playerRadius };
    const seat = seatBefore(this.solids, player.feet, player.yaw, body);
    if (seat) {
      player.place(seat);
      player.yaw = seat.yaw;
    }
    player.assume(animations.sit);
  }

  jump(): void {
    this.player.jump();
  }

  steer(input: SteeringInput): void {
    this.keys.setStick(input);
  }

  showSpeech(participantId: number, text: string): void {
    this.view.say(participantId, text, performance.now());
  }

  goToHotspot(hotspotId: string): boolean {
    const hotspot = this.world.hotspots.find(({ id }) => id === hotspotId);
    if (!hotspot) return false;
    const body = { height: this.world.playerHeight, radius: this.world.playerRadius };
    const place = standBefore(this.solids, hotspot.position, this.player.feet, body);
    if (!place) return false;
    this.player.place(place);
    this.player.yaw = place.yaw;
    this.rig.snapBehind(place.yaw);
    return true;
  }

  async replaceWorld(world: WorldData, maps: MapFiles | null, texts: ViewerTexts): Promise<void> {
    this.worldNumber += 1;
    const number = this.worldNumber;
    const solids = maps ? await loadCollider(maps.collider, world) : this.solids;
    const map = maps ? await loadRenderMap(maps.render, world) : this.map;
    // A newer one has come meanwhile, or the room is closed.
    if (number !== this.worldNumber) return;
    if (!maps) placeMap(map, world);
    this.view.setMap(map, world);
    this.map = map;
    this.solids = solids;
    this.world = world;
    this.texts = texts;
    this.people.setTopSpeed(world.playerSpeed);
    this.reporter.setLimits(world);
    this.player.rebuild(solids, world);
  }

  setTexts(texts: ViewerTexts): void {
    this.texts = texts;
  }

  setQuality(quality: ViewerQuality): void {
    this.quality.set(quality);
    this.view.applyQuality();
  }

  setReducedMotion(reducedMotion: boolean): void {
    this.isStill = reducedMotion;
  }

  setKeyboardActive(isActive: boolean): void {
    this.keyboard.setActive(isActive);
  }

  positions(): { id: number; x: number; y: number; z: number }[] {
    const { x, y, z } = this.player.feet;
    const others = this.people.list.filter(({ motion }) => motion.isKnown);
    return [
      { id: this.self.id, x, y, z },
      ...others.map(({ id, motion }) => ({ id, x: motion.x, y: motion.y, z: motion.z })),
    ];
  }

  figures(): ViewerFigures {
    const { render } = this.stage.renderer.info;
    return {
      people: this.people.list.length,
      drawCalls: render.calls,
      triangles: render.triangles,
      scriptMs: this.timings.scriptMs,
      framesPerSecond: this.timings.framesPerSecond,
      pixelRatio: this.stage.pixelRatio,
    };
  }

  takePicture(widthPixels: number): Promise<Blob> {
    return this.view.takePicture(widthPixels);
  }

  dispose(): void {
    this.worldNumber += 1;
    this.loop.stop();
    this.listeners.abort();
    this.pointer.dispose();
    this.keyboard.dispose();
    this.view.dispose();
    this.stage.dispose();
  }

  private readonly onFrame = (nowMs: number, seconds: number): void => {
    if (this.isLost) return;
    const startMs = performance.now();
    try {
      this.frame(nowMs, seconds);
      this.faults = 0;
    } catch (error) {
      this.faults += 1;
      if (this.faults < toleratedFaults) return;
      this.loop.stop();
      this.options.onFailure(error instanceof Error ? error : new Error(String(error)));
      return;
    }
    this.timings.add(performance.now() - startMs, seconds * 1000);
    if (this.quality.add(seconds * 1000)) this.view.applyQuality();
  };

  private frame(nowMs: number, seconds: number): void {
    const { player, rig, world } = this;
    const steering = this.keys.direction();
    if (player.advance(steering, rig.yaw, seconds)) rig.snapBehind(player.yaw);
    const isLed = player.isSentByClick || this.keys.hasStick;
    if (isLed && !this.isStill && !this.pointer.isDragging) rig.driftBehind(player.yaw, seconds);
    this.people.advance(nowMs, seconds);
    this.pivot.copy(player.shown);
    this.pivot.y += drawnHeight(world) * pivotShare;
    rig.update(this.pivot, this.solids, seconds, !this.isStill);
    const { self, people, solids, isStill } = this;
    const { highlighted } = this.pointing;
    const { hotspotLabels } = this.texts;
    this.view.draw({ world, self, player, people, rig, solids, hotspotLabels, highlighted, isStill }, nowMs, seconds);
    this.pointing.advance(this.pointable());
    this.report(nowMs);
  }

  private report(nowMs: number): void {
    const told = this.reporter.report(this.player.standing, nowMs, this.loop.isHidden);
    if (told) this.options.onMove(told);
  }

  private pointable(): Pointable {
    const { world, solids, people, player } = this;
    return { world, solids, people, player, markers: this.view.shownMarkers };
  }

  private readonly onLost = (event: Event): void => {
    // Without this the browser never gives it back.
    event.preventDefault();
    this.isLost = true;
    this.stage.forget();
    this.view.forget();
    this.options.onContextLost(true);
  };

  private readonly onRestored = (): void => {
    this.stage.restore();
    this.isLost = false;
    this.options.onContextLost(false);
  };
}

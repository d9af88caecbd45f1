import { type Group, Vector3 } from 'three';
import type { Avatar, Frame, Participant, RoomEvents, WorldData } from '@virtualcafe/contracts';
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
import { FrameTimings } from '../systems/frame-timings.js';
import { KeySteering } from '../systems/key-steering.js';
import { MoveReporter } from '../systems/move-reporter.js';
import { People } from '../systems/people.js';
import { SelfPlayer } from '../systems/self-player.js';
import type { CollisionWorld } from './collision-world.js';
import { CrowdView } from './crowd-view.js';
import { FrameLoop } from './frame-loop.js';
import { KeyboardInput } from './keyboard-input.js';
import { loadCollider, loadRenderMap, placeMap } from './map-loader.js';
import { PointerInput, type Spot } from './pointer-input.js';
import { disposeTree, type Stage } from './stage.js';

const radiansPerPixel = 0.0052;
const down = new Vector3(0, -1, 0);

/** A room on a canvas, from its first frame to `dispose`. */
export class OpenRoom implements RoomViewer {
  private readonly keys = new KeySteering();
  private readonly rig = new CameraRig();
  private readonly people: People;
  private readonly player: SelfPlayer;
  private readonly crowd: CrowdView;
  private readonly reporter: MoveReporter;
  private readonly timings = new FrameTimings();
  private readonly loop: FrameLoop;
  private readonly pointer: PointerInput;
  private readonly keyboard: KeyboardInput;
  private readonly pivot = new Vector3();
  private self: Participant;
  private isReducedMotion: boolean;
  private steering: SteeringInput = { right: 0, forward: 0 };

  constructor(
    private readonly options: ViewerOptions,
    private readonly stage: Stage,
    private world: WorldData,
    private map: Group,
    private solids: CollisionWorld,
  ) {
    this.self = options.self;
    this.isReducedMotion = options.reducedMotion;
    const start = options.start ?? { ...world.spawnPoint, yaw: world.playerRotation };
    this.people = new People(() => this.self.id, world.playerSpeed);
    this.player = new SelfPlayer(solids, world, start);
    this.reporter = new MoveReporter(world, start, performance.now());
    this.crowd = new CrowdView(stage.scene, { nearMetres: 9, livelyMetres: 18, shadowMetres: 25 });
    this.crowd.setHeight(world.playerHeight * world.playerScale);
    this.rig.snapBehind(start.yaw);
    stage.scene.add(map);
    this.pointer = new PointerInput(options.canvas, {
      onDrag: (x, y) => this.rig.turn(-x * radiansPerPixel, y * radiansPerPixel * 0.8),
      onZoom: (factor) => this.rig.zoomBy(factor),
      onTap: (spot) => this.tap(spot),
      onHover: () => undefined,
    });
    this.keyboard = new KeyboardInput(this.keys, { onJump: () => this.jump(), onAct: () => undefined });
    this.loop = new FrameLoop(
      (nowMs, seconds) => this.frame(nowMs, seconds),
      (nowMs) => this.report(nowMs),
    );
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

  setTickMs(): void {}

  correct(place: RoomEvents['corrected']): void {
    this.player.place(place);
    this.player.yaw = place.yaw;
    this.reporter.correct(place, performance.now());
  }

  setAvatar(avatar: Avatar): void {
    this.self = { ...this.self, avatar };
  }

  playEmote(animation: number): void {
    this.player.assume(animation);
  }

  sit(): void {
    this.player.assume(4);
  }

  jump(): void {
    this.player.jump();
  }

  steer(input: SteeringInput): void {
    this.keys.setStick(input);
  }

  showSpeech(): void {}

  goToHotspot(): boolean {
    return false;
  }

  async replaceWorld(world: WorldData, maps: MapFiles | null, _texts: ViewerTexts): Promise<void> {
    const solids = maps ? await loadCollider(maps.collider, world) : this.solids;
    const map = maps ? await loadRenderMap(maps.render, world) : this.map;
    if (maps) {
      disposeTree(this.map);
      this.stage.scene.add(map);
    } else placeMap(map, world);
    this.map = map;
    this.solids = solids;
    this.world = world;
    this.player.rebuild(solids, world);
    this.reporter.setLimits(world);
  }

  setTexts(): void {}

  setQuality(_quality: ViewerQuality): void {}

  setReducedMotion(reducedMotion: boolean): void {
    this.isReducedMotion = reducedMotion;
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

  takePicture(): Promise<Blob> {
    this.render();
    return new Promise((resolve, reject) => {
      this.options.canvas.toBlob(
        (blob) => (blob ? resolve(blob) : reject(new Error('no picture'))),
        'image/jpeg',
        0.86,
      );
    });
  }

  dispose(): void {
    this.loop.stop();
    this.pointer.dispose();
    this.keyboard.dispose();
    this.crowd.dispose();
    disposeTree(this.map);
    this.stage.dispose();
  }

  private frame(nowMs: number, seconds: number): void {
    const startMs = performance.now();
    this.steering = this.keys.direction();
    this.player.advance(this.steering, this.rig.yaw, seconds);
    this.people.advance(nowMs, seconds);
    this.pivot.copy(this.player.shown);
    this.pivot.y += this.world.playerHeight * this.world.playerScale * 0.86;
    this.rig.update(this.pivot, this.solids, seconds, !this.isReducedMotion);
    const { camera } = this.stage;
    camera.position.copy(this.rig.position);
    camera.rotation.set(-this.rig.pitch, this.rig.yaw, 0, 'YXZ');
    camera.updateMatrixWorld();
    this.crowd.begin(camera, this.people.rows);
    this.crowd.showSelf(this.player, this.self.avatar, this.groundBeneath(), seconds, !this.rig.isFirstPerson);
    this.crowd.showPeople(this.people, seconds);
    this.crowd.end();
    this.render();
    this.report(nowMs);
    this.timings.add(performance.now() - startMs, seconds * 1000);
  }

  private render(): void {
    this.stage.renderer.info.reset();
    this.stage.renderer.render(this.stage.scene, this.stage.camera);
  }

  private groundBeneath(): number {
    const { shown, standing } = this.player;
    if (!standing.isAirborne) return shown.y;
    const hit = this.solids.castRay(shown, down, 20, 'people');
    return hit ? shown.y - hit.distance : shown.y;
  }

  private report(nowMs: number): void {
    const told = this.reporter.report(this.player.standing, nowMs, this.loop.isHidden);
    if (told) this.options.onMove(told);
  }

  private tap(spot: Spot): void {
    const { camera } = this.stage;
    const direction = new Vector3((spot.x / this.stage.width) * 2 - 1, 1 - (spot.y / this.stage.height) * 2, 0.5);
    direction.unproject(camera).sub(camera.position).normalize();
    const hit = this.solids.castRay(camera.position, direction, 100, 'camera');
    if (!hit) return;
    const goal = camera.position.clone().addScaledVector(direction, hit.distance);
    this.player.target.set(goal.x, goal.z);
  }
}

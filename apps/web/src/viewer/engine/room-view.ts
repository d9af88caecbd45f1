import { type Group, Vector3 } from 'three';
import type { Participant, WorldData } from '@virtualcafe/contracts';
import type { CameraRig } from '../systems/camera-rig.js';
import type { People } from '../systems/people.js';
import type { SelfPlayer } from '../systems/self-player.js';
import type { SolidWorld } from '../systems/solid-world.js';
import { CrowdView } from './crowd-view.js';
import { HotspotMarkers, type ShownMarker } from './hotspot-markers.js';
import { type LabelView, PeopleLabels } from './people-labels.js';
import type { Quality } from './quality.js';
import { disposeTree, type Stage } from './stage.js';
import { WalkMarker } from './walk-marker.js';

const down = new Vector3(0, -1, 0);
const farthestGroundMetres = 30;

/** What a frame shows beside the map. */
export interface Shown {
  readonly world: WorldData;
  readonly self: Participant;
  readonly player: SelfPlayer;
  readonly people: People;
  readonly rig: CameraRig;
  readonly solids: SolidWorld;
  readonly hotspotLabels: ReadonlyMap<string, string>;
  /** Hotspots that are near or pointed at. */
  readonly highlighted: ReadonlySet<string>;
  readonly isStill: boolean;
}

/** The height of people's bodies in a room, metres. */
export const drawnHeight = (world: WorldData): number => world.playerHeight * world.playerScale;

/** Everything that is drawn in a room, and the drawing of it. */
export class RoomView {
  private readonly crowd: CrowdView;
  private readonly labels: PeopleLabels;
  private readonly markers: HotspotMarkers;
  private readonly walkMarker: WalkMarker;
  private readonly onFonts = (): void => this.labels.repaintAll();

  constructor(
    private readonly stage: Stage,
    private readonly quality: Quality,
    private map: Group,
    world: WorldData,
    fontFamily: string,
  ) {
    const { scene } = stage;
    this.crowd = new CrowdView(scene, quality.level);
    this.labels = new PeopleLabels(scene, fontFamily);
    this.markers = new HotspotMarkers(scene, fontFamily);
    this.walkMarker = new WalkMarker(scene);
    scene.add(map);
    this.measure(world);
    this.applyQuality();
    // Canvases do not paint again by themselves when the page's font has come.
    document.fonts.addEventListener('loadingdone', this.onFonts);
  }

  /** The hotspots as they stand on the screen. */
  get shownMarkers(): readonly ShownMarker[] {
    return this.markers.shown;
  }

  say(id: number, text: string, nowMs: number): void {
    this.labels.say(id, text, nowMs);
  }

  markGoal(at: Vector3): void {
    this.walkMarker.put(at.x, at.y, at.z);
  }

  /** Another map takes the old one's place; the old one's memory goes. The same map stays. */
  setMap(map: Group, world: WorldData): void {
    if (map !== this.map) {
      disposeTree(this.map);
      this.map = map;
      this.stage.scene.add(map);
    }
    this.measure(world);
  }

  applyQuality(): void {
    const { level } = this.quality;
    this.crowd.setDetail(level);
    this.stage.setPixelRatio(level.pixelRatio);
  }

  /** The graphics card's memory is gone. */
  forget(): void {
    this.crowd.forget();
  }

  draw(shown: Shown, nowMs: number, seconds: number): void {
    const { stage } = this;
    const { rig, player, world } = shown;
    const { camera } = stage;
    camera.position.copy(rig.position);
    camera.rotation.set(-rig.pitch, rig.yaw, 0, 'YXZ');
    camera.updateMatrixWorld();
    this.drawPeople(shown, seconds);
    const view: LabelView = { eye: camera.position, width: stage.width, height: stage.height, nowMs };
    const height = drawnHeight(world);
    this.labels.begin(view);
    this.markers.show(world.hotspots, shown.hotspotLabels, shown.highlighted, this.labels, view, shown.isStill);
    this.labels.showPeople(shown.people, height);
    this.labels.showSelf(shown.self, player.shown.x, player.shown.y + height * 1.08, player.shown.z);
    this.labels.end();
    this.walkMarker.advance(player.target.isSet, seconds, shown.isStill);
    this.render();
  }

  /** The room as it is seen now without names, words and marks; JPEG. */
  async takePicture(widthPixels: number): Promise<Blob> {
    this.setOverlaysVisible(false);
    this.render();
    // What the canvas shows is good until this task ends only.
    const picture = this.copyOf(this.stage.renderer.domElement, widthPixels);
    this.setOverlaysVisible(true);
    return new Promise((resolve, reject) => {
      const done = (blob: Blob | null): void => {
        picture.width = picture.height = 0;
        if (blob) resolve(blob);
        else reject(new Error('The browser made no JPEG of the room; try again'));
      };
      picture.toBlob(done, 'image/jpeg', 0.86);
    });
  }

  dispose(): void {
    document.fonts.removeEventListener('loadingdone', this.onFonts);
    this.crowd.dispose();
    this.labels.dispose();
    this.markers.dispose();
    this.walkMarker.dispose();
    disposeTree(this.map);
  }

  private drawPeople(shown: Shown, seconds: number): void {
    const { crowd } = this;
    crowd.begin(this.stage.camera, shown.people.rows, shown.isStill);
    crowd.showSelf(shown.player, shown.self.avatar, groundBeneath(shown), seconds, !shown.rig.isFirstPerson);
    crowd.showPeople(shown.people, seconds);
    crowd.end();
  }

  private render(): void {
    const { renderer, scene, camera } = this.stage;
    renderer.info.reset();
    renderer.render(scene, camera);
  }

  private measure(world: WorldData): void {
    const { min, max } = world.bounds;
    this.crowd.setHeight(drawnHeight(world));
    this.stage.setReach(Math.min(600, Math.hypot(max.x - min.x, max.z - min.z)));
  }

  private setOverlaysVisible(isVisible: boolean): void {
    this.labels.setVisible(isVisible);
    this.markers.setVisible(isVisible);
  }

  private copyOf(canvas: HTMLCanvasElement, widthPixels: number): HTMLCanvasElement {
    const picture = document.createElement('canvas');
    const scale = Math.min(1, widthPixels / canvas.width);
    picture.width = Math.max(1, Math.round(canvas.width * scale));
    picture.height = Math.max(1, Math.round(canvas.height * scale));
    const brush = picture.getContext('2d');
    if (!brush) throw new Error('This browser offers no 2D canvas: no picture can be taken');
    brush.imageSmoothingQuality = 'high';
    brush.drawImage(canvas, 0, 0, picture.width, picture.height);
    return picture;
  }
}

const groundBeneath = ({ player, solids }: Shown): number => {
  const { shown, standing } = player;
  if (!standing.isAirborne) return shown.y;
  const hit = solids.castRay(shown, down, farthestGroundMetres, 'people');
  return hit ? shown.y - hit.distance : shown.y - farthestGroundMetres;
};

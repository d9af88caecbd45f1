import { Frustum, Matrix4, type Object3D, type PerspectiveCamera, Sphere, Vector3 } from 'three';
import { animations, type Avatar } from '@virtualcafe/contracts';
import type { People, Person } from '../systems/people.js';
import { bodyHeight } from '../systems/poses.js';
import { PoseBlend } from '../systems/pose-blend.js';
import type { SelfPlayer } from '../systems/self-player.js';
import { AvatarBatch } from './avatar-batch.js';
import { AvatarSkeleton } from './avatar-skeleton.js';
import { BlobShadows } from './blob-shadows.js';

/** What is spent on bodies at a level of quality. Metres from the camera. */
export interface CrowdDetail {
  /** Nearer ones are drawn round. */
  readonly nearMetres: number;
  /** Farther ones move in every fourth frame only. */
  readonly livelyMetres: number;
  /** Farther ones throw no shadow. */
  readonly shadowMetres: number;
}

/** Whose body the eye is nearer to than the second is seen through, the more the nearer; at the first there is nothing of it left. */
const fading = { goneMetres: 0.4, solidMetres: 1.5 } as const;
const restedEvery = 4;
const selfRow = 0;

/** Draws oneself and everybody else: who is in sight, how finely, in which pose. */
export class CrowdView {
  private readonly bodies: AvatarBatch;
  private readonly shadows: BlobShadows;
  private readonly skeleton = new AvatarSkeleton();
  private readonly selfBlend = new PoseBlend(0.37);
  private readonly frustum = new Frustum();
  private readonly view = new Matrix4();
  private readonly sphere = new Sphere();
  private readonly at = new Vector3();
  private readonly grounds = new WeakMap<Person, number>();
  private readonly owed = new WeakMap<Person, number>();
  private frame = 0;
  private isStill = false;
  private scale = 1;
  private readonly eye = new Vector3();

  constructor(
    parent: Object3D,
    private detail: CrowdDetail,
  ) {
    this.bodies = new AvatarBatch(parent);
    this.shadows = new BlobShadows(parent);
    this.bodies.warm();
  }

  setDetail(detail: CrowdDetail): void {
    this.detail = detail;
  }

  /** Bodies are so tall, in metres. */
  setHeight(metres: number): void {
    this.scale = metres / bodyHeight;
  }

  /** `rows`: how many bodies there are at most. `isStill`: for whoever wants less motion. */
  begin(camera: PerspectiveCamera, rows: number, isStill: boolean): void {
    this.isStill = isStill;
    this.frame += 1;
    this.eye.copy(camera.position);
    this.frustum.setFromProjectionMatrix(
      this.view.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse),
    );
    this.bodies.reserve(rows);
    this.bodies.begin();
    this.shadows.begin();
  }

  /** `ground` is the height beneath; `isSeen` false looks out of one's own eyes. */
  showSelf(self: SelfPlayer, avatar: Avatar, ground: number, seconds: number, isSeen: boolean): void {
    this.selfBlend.advance(self.animation, self.speed / this.scale, seconds, this.isStill);
    if (isSeen) {
      const { data } = this.bodies;
      this.skeleton.write(data, this.bodies.offsetOf(selfRow), this.selfBlend.pose, self.shown, self.yaw, this.scale);
      this.bodies.show(selfRow, avatar, 'near', this.solidityAt(self.shown));
    }
    this.shade(self.shown.x, ground, self.shown.z, self.shown.y - ground, isSeen ? 1 : 0.5);
  }

  showPeople(people: People, seconds: number): void {
    for (const person of people.list) if (person.motion.isKnown) this.showPerson(person, seconds);
  }

  end(): void {
    this.bodies.end();
    this.shadows.end();
  }

  /** The graphics card's memory is gone. */
  forget(): void {
    this.bodies.forget();
  }

  dispose(): void {
    this.bodies.dispose();
    this.shadows.dispose();
  }

  private showPerson(person: Person, seconds: number): void {
    const { motion, blend, row } = person;
    const { x, y, z } = motion;
    const metres = this.at.set(x, y, z).distanceTo(this.eye);
    this.sphere.center.set(x, y + this.scale * 0.7, z);
    this.sphere.radius = this.scale * 1.1;
    if (!this.frustum.intersectsSphere(this.sphere)) {
      this.owed.set(person, (this.owed.get(person) ?? 0) + seconds);
      return;
    }
    const isFar = metres > this.detail.livelyMetres;
    const owed = (this.owed.get(person) ?? 0) + seconds;
    const isDue = !isFar || (this.frame + row) % restedEvery === 0;
    this.owed.set(person, isDue ? 0 : owed);
    if (isDue) blend.advance(motion.animation, motion.speed / this.scale, owed, this.isStill);
    this.skeleton.write(this.bodies.data, this.bodies.offsetOf(row), blend.pose, this.at, motion.yaw, this.scale);
    const detail = metres < this.detail.nearMetres ? 'near' : 'far';
    this.bodies.show(row, person.participant.avatar, detail, this.solidityAt(this.at));
    if (metres < this.detail.shadowMetres) this.shade(x, this.groundOf(person), z, y - this.groundOf(person), 1);
  }

  /** How much is to be seen of somebody who stands there: people close by must not fill the view. */
  private solidityAt(feet: Vector3): number {
    const { x, y, z } = this.eye;
    const nearestY = Math.min(feet.y + this.scale * bodyHeight, Math.max(feet.y, y));
    const metres = Math.hypot(x - feet.x, y - nearestY, z - feet.z);
    const { goneMetres, solidMetres } = fading;
    return Math.min(1, Math.max(0, (metres - goneMetres) / (solidMetres - goneMetres)));
  }

  /** Where somebody stood last: news says nothing of what is beneath who jumps. */
  private groundOf(person: Person): number {
    const { y, animation } = person.motion;
    const known = this.grounds.get(person) ?? y;
    const ground = animation === animations.jump ? Math.min(known, y) : y;
    this.grounds.set(person, ground);
    return ground;
  }

  private shade(x: number, ground: number, z: number, above: number, strength: number): void {
    const height = Math.max(0, above) / this.scale;
    const fade = Math.max(0, 1 - height * 0.6);
    this.shadows.add(x, ground, z, this.scale * (0.44 + height * 0.25), 0.55 * strength * fade);
  }
}

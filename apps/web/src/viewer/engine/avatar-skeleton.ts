import { Euler, Matrix4, Quaternion, Vector3 } from 'three';
import type { Pose } from '../systems/poses.js';

/** The rigid parts of a body, in the order of their matrices. */
export const bones = {
  trunk: 0,
  head: 1,
  leftArm: 2,
  rightArm: 3,
  leftLeg: 4,
  rightLeg: 5,
  heart: 6,
  tail: 7,
} as const;
export type Bone = keyof typeof bones;
export const boneCount = 8;
/** A matrix without its last row, which is always 0 0 0 1. */
export const texelsPerBone = 3;
export const floatsPerBody = boneCount * texelsPerBone * 4;

/** Where each part is joined, in metres of a body of `bodyHeight` that stands at the origin. */
export const joints: Readonly<Record<Bone, Vector3>> = {
  trunk: new Vector3(0, 0.34, 0),
  head: new Vector3(0, 0.7, 0),
  leftArm: new Vector3(-0.185, 0.63, 0),
  rightArm: new Vector3(0.185, 0.63, 0),
  leftLeg: new Vector3(-0.1, 0.34, 0),
  rightLeg: new Vector3(0.1, 0.34, 0),
  heart: new Vector3(0, 1.52, 0),
  tail: new Vector3(0, 0.4, 0.17),
};

/** Turns a pose into the matrices of a body's parts. */
export class AvatarSkeleton {
  private readonly root = new Matrix4();
  private readonly trunk = new Matrix4();
  private readonly part = new Matrix4();
  private readonly euler = new Euler();
  private readonly turn = new Quaternion();
  private readonly place = new Vector3();
  private readonly size = new Vector3(1, 1, 1);

  /** Writes `floatsPerBody` numbers at `offset`: rows of the parts' matrices, room coordinates. */
  write(out: Float32Array, offset: number, pose: Pose, at: Vector3, yaw: number, scale: number): void {
    const { root, place, size } = this;
    this.turn.setFromEuler(this.euler.set(0, yaw + pose.rootY, 0));
    place.set(pose.sway, pose.lift, 0).applyQuaternion(this.turn).multiplyScalar(scale).add(at);
    root.compose(place, this.turn, size.setScalar(scale));
    this.joint(this.trunk, joints.trunk, root, pose.trunkX, pose.trunkY, pose.trunkZ, 1, pose.squash);
    this.put(out, offset, bones.trunk, this.trunk);
    this.child(out, offset, 'head', pose.headX, pose.headY, pose.headZ);
    this.child(out, offset, 'leftArm', pose.leftArmX, 0, pose.leftArmZ);
    this.child(out, offset, 'rightArm', pose.rightArmX, 0, pose.rightArmZ);
    this.child(out, offset, 'tail', 0, pose.tail, 0);
    this.joint(this.part, joints.leftLeg, root, pose.leftLegX, 0, pose.leftLegZ, 1, 1);
    this.put(out, offset, bones.leftLeg, this.part);
    this.joint(this.part, joints.rightLeg, root, pose.rightLegX, 0, pose.rightLegZ, 1, 1);
    this.put(out, offset, bones.rightLeg, this.part);
    this.joint(this.part, joints.heart, root, 0, pose.heartLift * 20, 0, pose.heart, pose.heart);
    this.part.elements[13] = (this.part.elements[13] ?? 0) + pose.heartLift * scale;
    this.put(out, offset, bones.heart, this.part);
  }

  /** A part of the trunk: its joint is given in the body's rest, as the trunk's own matrix expects. */
  private child(out: Float32Array, offset: number, bone: Bone, x: number, y: number, z: number): void {
    this.joint(this.part, joints[bone], this.trunk, x, y, z, 1, 1);
    this.put(out, offset, bones[bone], this.part);
  }

  /** A turn about a joint that stays where its parent has it: parent × T(joint) × R × S × T(−joint). */
  private joint(
    out: Matrix4,
    joint: Vector3,
    parent: Matrix4,
    x: number,
    y: number,
    z: number,
    wide: number,
    tall: number,
  ): void {
    this.turn.setFromEuler(this.euler.set(x, y, z));
    this.size.set(wide, tall, wide);
    this.place.copy(joint).multiply(this.size).applyQuaternion(this.turn).negate().add(joint);
    out.compose(this.place, this.turn, this.size).premultiply(parent);
  }

  private put(out: Float32Array, offset: number, bone: number, { elements: e }: Matrix4): void {
    const at = offset + bone * texelsPerBone * 4;
    for (let row = 0; row < 3; row += 1) {
      for (let column = 0; column < 4; column += 1) out[at + row * 4 + column] = e[column * 4 + row] ?? 0;
    }
  }
}

import {
  BufferAttribute,
  BufferGeometry,
  CapsuleGeometry,
  Color,
  CylinderGeometry,
  Euler,
  LatheGeometry,
  Matrix4,
  Quaternion,
  SphereGeometry,
  TorusGeometry,
  Vector2,
  Vector3,
} from 'three';
import { type Bone, bones } from './avatar-skeleton.js';

type Triple = readonly [number, number, number];

/** `cloth`: drawn in the colour that somebody chose; any other is a colour of its own (sRGB). */
export type Paint = 'cloth' | (string & {});

interface Placing {
  readonly at: Triple;
  readonly size?: Triple;
  readonly turn?: Triple;
  readonly paint: Paint;
  /** Cloth in a darker or lighter shade. */
  readonly shade?: number;
}

/** How round things are; far away nobody sees it. */
export type Detail = 'near' | 'far';

const up = new Vector3(0, 1, 0);

/** Puts a body together from simple solids, each fast to one bone. Metres of a body of `bodyHeight`, looking along −z. */
export class BodyBuilder {
  private readonly positions: number[] = [];
  private readonly normals: number[] = [];
  private readonly colors: number[] = [];
  /** The bone's number and whether the chosen colour tints it. */
  private readonly marks: number[] = [];
  private readonly indices: number[] = [];
  private readonly round: number;

  constructor(readonly detail: Detail) {
    this.round = detail === 'near' ? 1 : 0.45;
  }

  private segments(of: number): number {
    return Math.max(5, Math.round(of * this.round));
  }

  /** An ellipsoid with these half axes; `open` cuts it at this angle from its top, radians. */
  ball(bone: Bone, radii: Triple, placing: Placing & { readonly open?: number }, fine = 13): this {
    const geometry = new SphereGeometry(
      1,
      this.segments(fine),
      this.segments(fine * 0.7),
      0,
      2 * Math.PI,
      0,
      placing.open ?? Math.PI,
    );
    return this.add(bone, geometry, { ...placing, size: radii });
  }

  /** A small ornament that is not worth its triangles from afar. */
  trim(bone: Bone, radii: Triple, placing: Placing): this {
    return this.detail === 'near' ? this.ball(bone, radii, placing, 7) : this;
  }

  /** A round bar between two points. */
  limb(bone: Bone, from: Triple, to: Triple, radius: number, paint: Paint, shade = 1): this {
    const [start, end] = [new Vector3(...from), new Vector3(...to)];
    const along = end.clone().sub(start);
    const geometry = new CapsuleGeometry(radius, along.length(), this.segments(3), this.segments(9));
    const turn = new Quaternion().setFromUnitVectors(up, along.normalize());
    geometry.applyQuaternion(turn);
    const middle = start.add(end).multiplyScalar(0.5);
    return this.add(bone, geometry, { at: [middle.x, middle.y, middle.z], paint, shade });
  }

  /** What turns about the vertical: pairs of radius and height from bottom to top. */
  lathe(bone: Bone, profile: readonly (readonly [number, number])[], placing: Placing): this {
    const points = profile.map(([radius, height]) => new Vector2(radius, height));
    return this.add(bone, new LatheGeometry(points, this.segments(16)), placing);
  }

  cone(bone: Bone, radius: number, height: number, placing: Placing, top = 0): this {
    return this.add(bone, new CylinderGeometry(top, radius, height, this.segments(12)), placing);
  }

  ring(bone: Bone, radius: number, thick: number, placing: Placing & { readonly arc?: number }): this {
    const geometry = new TorusGeometry(radius, thick, this.segments(6), this.segments(18), placing.arc ?? 2 * Math.PI);
    return this.add(bone, geometry, placing);
  }

  private add(bone: Bone, geometry: BufferGeometry, placing: Placing): this {
    const { at, size = [1, 1, 1], turn = [0, 0, 0], paint, shade = 1 } = placing;
    const spin = new Quaternion().setFromEuler(new Euler(...turn));
    geometry.applyMatrix4(new Matrix4().compose(new Vector3(...at), spin, new Vector3(...size)));
    const first = this.positions.length / 3;
    this.positions.push(...geometry.getAttribute('position').array);
    this.normals.push(...geometry.getAttribute('normal').array);
    const color = new Color(paint === 'cloth' ? '#ffffff' : paint).multiplyScalar(shade);
    for (let corner = first; corner < this.positions.length / 3; corner += 1) {
      this.colors.push(color.r, color.g, color.b);
      this.marks.push(bones[bone], paint === 'cloth' ? 1 : 0);
    }
    for (const corner of geometry.index?.array ?? []) this.indices.push(first + corner);
    geometry.dispose();
    return this;
  }

  /** The whole as one geometry: position, normal, color, and `mark` (bone, tinted). */
  build(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(new Float32Array(this.positions), 3));
    geometry.setAttribute('normal', new BufferAttribute(new Float32Array(this.normals), 3));
    geometry.setAttribute('color', new BufferAttribute(new Float32Array(this.colors), 3));
    geometry.setAttribute('mark', new BufferAttribute(new Float32Array(this.marks), 2));
    geometry.setIndex(new BufferAttribute(new Uint16Array(this.indices), 1));
    return geometry;
  }
}

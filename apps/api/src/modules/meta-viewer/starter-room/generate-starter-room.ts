import { makeCollider, photoHotspots } from './collider.js';
import { drawRoom } from './draw-room.js';
import { freeSpots } from './layout/free-spots.js';
import { planRoom } from './layout/plan-room.js';
import { Random } from './random.js';
import { type StarterRoomForm } from './starter-room-form.js';
import { styles } from './styles.js';
import { type Texture } from './textures/texture.js';
import { type RoomBudget, writeCollider, writeRender } from './write-glb.js';

/** A photograph for the walls, already sized (≤ 1,024 px a side): its bytes go into the GLB as they are. */
export type StarterRoomImage = Texture;

interface Point {
  x: number;
  y: number;
  z: number;
}

export interface StarterRoom {
  /** GLB of what is seen. */
  render: Uint8Array;
  /** GLB with the meshes `Collider` and `OuterCollider`. */
  collider: Uint8Array;
  world: {
    spawnPoint: Point;
    /** Radians around y; at 0 one looks along −z, from the door into the room. */
    playerRotation: number;
    bounds: { min: Point; max: Point };
    hotspots: { kind: 'photo'; imageIndex: number; position: Point }[];
    /** Where signs and ways to other rooms may stand: by the door, clear of furniture; as many as there is room for, up to four. */
    freeSpots: Point[];
  };
  budget: RoomBudget;
  /** How many were placed; fewer than asked for where aisles would have become too narrow. */
  placed: { tables: number; plants: number; lights: number; photos: number };
}

/** The same form, images and seed give the same bytes. `images` is indexed by the form's `imageIndex`. */
export const generateStarterRoom = async (
  form: StarterRoomForm,
  images: readonly StarterRoomImage[] = [],
): Promise<StarterRoom> => {
  for (const { imageIndex } of form.photos) {
    if (!images[imageIndex]) throw new RangeError(`no image ${imageIndex} for the wall`);
  }
  const style = styles[form.style];
  const plan = planRoom(form, style);
  const scene = drawRoom(plan, style, new Random(form.seed).fork(11));
  const { bytes: render, budget } = await writeRender(scene, style, images);
  const [x, z] = [plan.width / 2, plan.depth / 2];
  return {
    render,
    collider: await writeCollider(makeCollider(plan, style)),
    world: {
      spawnPoint: { x: plan.spawn.x, y: 0, z: plan.spawn.z },
      playerRotation: 0,
      bounds: { min: { x: -x, y: 0, z: -z }, max: { x, y: plan.height, z } },
      hotspots: photoHotspots(plan),
      freeSpots: freeSpots(plan, style),
    },
    budget,
    placed: {
      tables: plan.sets.length,
      plants: plan.plants.length,
      lights: plan.lamps.length,
      photos: plan.photos.length,
    },
  };
};

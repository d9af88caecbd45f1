import { z } from 'zod';
import { MapRefusal } from './map-refusal.js';

const index = z.int().min(0);
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const list = <T extends z.ZodType>(item: T) => z.array(item).default([]);

const meshoptView = z.object({
  buffer: index,
  byteOffset: count.default(0),
  byteLength: count,
  byteStride: z.int().min(1).max(256),
  count,
});

const primitive = z.object({
  attributes: z.record(z.string(), index),
  indices: index.optional(),
  mode: z.int().min(0).max(6).default(4),
  targets: z.array(z.record(z.string(), index)).default([]),
  extensions: z.object({ KHR_draco_mesh_compression: z.object({ bufferView: index }).optional() }).optional(),
});

const node = z.object({
  children: list(index),
  mesh: index.optional(),
  skin: index.optional(),
  camera: index.optional(),
  extensions: z
    .object({ EXT_mesh_gpu_instancing: z.object({ attributes: z.record(z.string(), index) }).optional() })
    .optional(),
});

const accessor = z.object({
  bufferView: index.optional(),
  byteOffset: count.default(0),
  componentType: z.int(),
  count,
  type: z.string(),
  sparse: z
    .object({ count, indices: z.object({ bufferView: index }), values: z.object({ bufferView: index }) })
    .optional(),
});

/** The parts of a glTF 2.0 file that the checks look at. */
const gltf = z.object({
  extensionsUsed: list(z.string()),
  extensionsRequired: list(z.string()),
  scene: index.optional(),
  scenes: list(z.object({ nodes: list(index) })),
  nodes: list(node),
  meshes: list(z.object({ primitives: z.array(primitive) })),
  accessors: list(accessor),
  bufferViews: list(
    z.object({
      buffer: index,
      byteOffset: count.default(0),
      byteLength: count,
      byteStride: z.int().min(1).max(252).optional(),
      extensions: z
        .object({ EXT_meshopt_compression: meshoptView.optional(), KHR_meshopt_compression: meshoptView.optional() })
        .optional(),
    }),
  ),
  buffers: list(z.object({ byteLength: count, uri: z.string().optional(), extensions: z.unknown().optional() })),
  images: list(z.object({ bufferView: index.optional(), uri: z.string().optional(), mimeType: z.string().optional() })),
  textures: list(z.unknown()),
  materials: list(z.unknown()),
});

export type Gltf = z.infer<typeof gltf>;
export type GltfPrimitive = z.infer<typeof primitive>;
export type GltfAccessor = z.infer<typeof accessor>;

/** @throws MapRefusal where a part is not of its form. */
export function parseGltf(json: unknown): Gltf {
  const { success, data, error } = gltf.safeParse(json);
  if (success) return data;
  const [issue] = error.issues;
  const pointer = `/${(issue?.path ?? []).join('/')}`;
  throw new MapRefusal('map.json-unreadable', `The file's JSON is not glTF 2.0: ${issue?.message ?? ''}`, pointer);
}

import type { Document } from '@gltf-transform/core';
import type { InstancedMesh } from '@gltf-transform/extensions';
import { getGLPrimitiveCount } from '@gltf-transform/functions';
import type { MapBudget } from '@virtualcafe/contracts';
import { textureBytesOf } from './check-structure.js';

/** What a document costs whoever looks at it. */
export function budgetOf(document: Document): MapBudget {
  const root = document.getRoot();
  const textures = root.listTextures();
  let [triangles, drawCalls] = [0, 0];
  for (const node of root.listNodes()) {
    const instancing = node.getExtension<InstancedMesh>('EXT_mesh_gpu_instancing');
    const times = instancing?.listAttributes()[0]?.getCount() ?? 1;
    for (const primitive of node.getMesh()?.listPrimitives() ?? []) {
      drawCalls += 1;
      if (primitive.getMode() >= 4) triangles += times * getGLPrimitiveCount(primitive);
    }
  }
  return {
    triangles,
    drawCalls,
    textures: textures.length,
    textureBytes: textures.reduce((sum, texture) => {
      const [width, height] = texture.getSize() ?? [0, 0];
      return sum + textureBytesOf({ width, height });
    }, 0),
    nodes: root.listNodes().length,
    materials: root.listMaterials().length,
  };
}

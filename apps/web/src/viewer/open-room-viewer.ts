import { loadCollider, loadRenderMap } from './engine/map-loader.js';
import { OpenRoom } from './engine/open-room.js';
import { Stage } from './engine/stage.js';
import type { OpenRoomViewer } from './room-viewer.types.js';

/** Opens a room on a canvas. Rejects with `WebGlMissingError` or `MapUnreadableError`; nothing is left behind then. */
export const openRoomViewer: OpenRoomViewer = async (options) => {
  const stage = await Stage.open(options.canvas, options.quality === 'low');
  try {
    options.onProgress(0.1);
    const solids = await loadCollider(options.maps.collider, options.world);
    options.onProgress(0.3);
    const map = await loadRenderMap(options.maps.render, options.world);
    options.onProgress(0.7);
    const room = new OpenRoom(options, stage, options.world, map, solids);
    options.onProgress(0.9);
    await stage.untilDrawn();
    options.onProgress(1);
    return room;
  } catch (error) {
    stage.dispose();
    throw error;
  }
};

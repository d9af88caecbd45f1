import {
  drawForest,
  drawFortress,
  drawMounds,
  drawMountains,
  drawOrchard,
  drawTeaField,
  type Landscape,
} from './land.js';
import { drawSky } from './sky.js';
import { drawAlley, drawCity, drawCourtyard } from './town.js';
import { drawHarbour, drawLake, drawRiver, drawSea } from './water.js';

/** What one sees from a café's windows, and what stands behind it. */
export type View =
  | 'sea'
  | 'harbour'
  | 'river'
  | 'lake'
  | 'city'
  | 'alley'
  | 'courtyard'
  | 'mountains'
  | 'forest'
  | 'tea-field'
  | 'mounds'
  | 'orchard'
  | 'fortress';

const VIEWS: Readonly<Record<View, (land: Landscape) => void>> = {
  sea: drawSea,
  harbour: drawHarbour,
  river: drawRiver,
  lake: drawLake,
  city: drawCity,
  alley: drawAlley,
  courtyard: drawCourtyard,
  mountains: drawMountains,
  forest: drawForest,
  'tea-field': drawTeaField,
  mounds: drawMounds,
  orchard: drawOrchard,
  fortress: drawFortress,
};

export function drawBackdrop(view: View, land: Landscape): void {
  drawSky(land);
  VIEWS[view](land);
}

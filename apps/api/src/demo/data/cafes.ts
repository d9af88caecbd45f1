import { busanCafes } from './cafes/busan.js';
import { chungnamJeonbukCafes } from './cafes/chungnam-jeonbuk.js';
import { gangwonChungbukCafes } from './cafes/gangwon-chungbuk.js';
import { gyeonggiCafes } from './cafes/gyeonggi.js';
import { jejuCafes } from './cafes/jeju.js';
import { jeonnamGyeongsangCafes } from './cafes/jeonnam-gyeongsang.js';
import { metropolitanSouthCafes } from './cafes/metropolitan-south.js';
import { metropolitanWestCafes } from './cafes/metropolitan-west.js';
import { seoulCentralCafes } from './cafes/seoul-central.js';
import { seoulGangnamCafes } from './cafes/seoul-gangnam.js';
import { seoulJongnoCafes } from './cafes/seoul-jongno.js';
import { seoulMapoCafes } from './cafes/seoul-mapo.js';
import type { DemoCafe } from './demo-cafe.js';

/** All cafés of the demo, from Seoul to Jeju: at least one in each of the 17 시·도. */
export const DEMO_CAFES: readonly DemoCafe[] = [
  ...seoulMapoCafes,
  ...seoulGangnamCafes,
  ...seoulJongnoCafes,
  ...seoulCentralCafes,
  ...busanCafes,
  ...metropolitanSouthCafes,
  ...metropolitanWestCafes,
  ...gyeonggiCafes,
  ...gangwonChungbukCafes,
  ...chungnamJeonbukCafes,
  ...jeonnamGyeongsangCafes,
  ...jejuCafes,
];

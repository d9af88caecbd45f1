import type { DemoRegion } from './region-tree.js';
import { chungbuk, chungnam, gangwon } from './regions/gangwon-chungcheong.js';
import { gyeonggi } from './regions/gyeonggi.js';
import { gyeongbuk, gyeongnam, jeju } from './regions/gyeongsang-jeju.js';
import { jeonbuk, jeonnam } from './regions/jeolla.js';
import { busan, daegu, daejeon, gwangju, incheon, sejong, ulsan } from './regions/metropolitan.js';
import { seoul } from './regions/seoul.js';

/**
 * The 17 시·도 in their official order with every 시·군·구, as of 1 January 2026; below them the 읍·면·동 and places
 * where the demo's cafés and some of their neighbours are.
 */
export const DEMO_REGIONS: readonly DemoRegion[] = [
  seoul,
  busan,
  daegu,
  incheon,
  gwangju,
  daejeon,
  ulsan,
  sejong,
  gyeonggi,
  gangwon,
  chungbuk,
  chungnam,
  jeonbuk,
  jeonnam,
  gyeongbuk,
  gyeongnam,
  jeju,
];

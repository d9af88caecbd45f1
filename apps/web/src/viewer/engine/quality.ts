import type { ViewerQuality } from '../room-viewer.types.js';
import { QualityGovernor } from '../systems/quality-governor.js';
import type { CrowdDetail } from './crowd-view.js';

/** What a level spends. */
export interface QualityLevel extends CrowdDetail {
  /** Pixels of the card for each CSS pixel; never more than the screen has. */
  readonly pixelRatio: number;
}

const levels: readonly QualityLevel[] = [
  { pixelRatio: 0.6, nearMetres: 2.5, livelyMetres: 6, shadowMetres: 8 },
  { pixelRatio: 0.75, nearMetres: 3.5, livelyMetres: 8, shadowMetres: 12 },
  { pixelRatio: 1, nearMetres: 5, livelyMetres: 12, shadowMetres: 18 },
  { pixelRatio: 1.25, nearMetres: 6, livelyMetres: 15, shadowMetres: 22 },
  { pixelRatio: 1.5, nearMetres: 8, livelyMetres: 18, shadowMetres: 28 },
  { pixelRatio: 2, nearMetres: 10, livelyMetres: 24, shadowMetres: 40 },
];

const chosen: Readonly<Record<Exclude<ViewerQuality, 'auto'>, number>> = { low: 1, medium: 3, high: 5 };

const levelAt = (index: number): QualityLevel =>
  levels[Math.max(0, Math.min(levels.length - 1, index))] ?? {
    pixelRatio: 1,
    nearMetres: 5,
    livelyMetres: 12,
    shadowMetres: 18,
  };

/** The highest level that this screen can show: beyond its own pixels there is nothing to win. */
const highestFor = (devicePixelRatio: number): number => {
  const found = levels.findIndex(({ pixelRatio }) => pixelRatio >= devicePixelRatio);
  return found === -1 ? levels.length - 1 : found;
};

/** Phones have many small pixels and little power: they start a step below. */
const firstFor = (highest: number): number => {
  const isHandheld = window.matchMedia('(pointer: coarse)').matches;
  return Math.max(0, isHandheld ? Math.min(highest, 4) - 1 : highest);
};

/** The level of quality that holds, chosen or found. */
export class Quality {
  private governor: QualityGovernor | null = null;
  private index = 0;

  /** `isSlow`: the processor draws. */
  constructor(
    quality: ViewerQuality,
    private readonly isSlow: boolean,
  ) {
    this.set(quality);
  }

  set(quality: ViewerQuality): void {
    const highest = highestFor(window.devicePixelRatio);
    if (quality !== 'auto') {
      this.governor = null;
      this.index = chosen[quality];
      return;
    }
    this.governor = new QualityGovernor(this.isSlow ? 0 : firstFor(highest), highest);
    this.index = this.governor.level;
  }

  get level(): QualityLevel {
    const level = levelAt(this.index);
    return { ...level, pixelRatio: Math.min(level.pixelRatio, Math.max(0.6, window.devicePixelRatio)) };
  }

  /** Takes a frame's length in milliseconds; true when another level holds from now on. */
  add(frameMs: number): boolean {
    if (!this.governor?.add(frameMs)) return false;
    this.index = this.governor.level;
    return true;
  }
}

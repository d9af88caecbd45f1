import type { Object3D } from 'three';
import type { Hotspot } from '@virtualcafe/contracts';
import { LabelBatch } from './label-batch.js';
import { badgeCell, paintBadge, paintCaption, paintHalo } from './label-paint.js';
import { LabelSheet } from './label-sheet.js';
import type { LabelView, PeopleLabels } from './people-labels.js';

const farthestMetres = 30;
const fadeMetres = 8;
/** Names of hotspots are read from this near, or when pointed at. */
const captionMetres = 5.5;
/** Pictures show themselves: their badge is small, and low, so that it does not cover them. */
const photoScale = 0.62;
const pulseSeconds = 2.4;

/** A marker as it stands on the screen in this frame. */
export interface ShownMarker {
  readonly hotspot: Hotspot;
  /** CSS pixels. */
  readonly radius: number;
}

/** Badges at what can be opened in a room. */
export class HotspotMarkers {
  readonly shown: ShownMarker[] = [];
  private readonly badges = new LabelSheet(badgeCell.width, badgeCell.height, 4, 2);
  private readonly batch: LabelBatch;

  constructor(
    parent: Object3D,
    private readonly fontFamily: string,
  ) {
    this.batch = new LabelBatch(parent, this.badges.texture, 8);
  }

  /** `highlighted`: the one that is pointed at or near. */
  show(
    hotspots: readonly Hotspot[],
    texts: ReadonlyMap<string, string>,
    highlighted: ReadonlySet<string>,
    labels: PeopleLabels,
    view: LabelView,
    isStill: boolean,
  ): void {
    this.badges.begin();
    this.batch.begin(view.width, view.height);
    this.shown.length = 0;
    const phase = isStill ? 0 : (view.nowMs / 1000 / pulseSeconds) % 1;
    for (const hotspot of hotspots) {
      const { x, y, z } = hotspot.position;
      const metres = Math.hypot(x - view.eye.x, y - view.eye.y, z - view.eye.z);
      if (metres > farthestMetres) continue;
      const alpha = Math.min(1, (farthestMetres - metres) / fadeMetres);
      const isHighlighted = highlighted.has(hotspot.id);
      const size = this.showBadge(hotspot, metres, alpha, isHighlighted, phase, isStill);
      if (isHighlighted || metres < captionMetres)
        this.showCaption(
          hotspot,
          texts.get(hotspot.id) ?? hotspot.label.ko,
          labels,
          size,
          isHighlighted ? 1 : alpha * 0.92,
        );
    }
    this.batch.end();
    this.badges.end(view.nowMs);
  }

  setVisible(isVisible: boolean): void {
    this.batch.setVisible(isVisible);
  }

  dispose(): void {
    this.batch.dispose();
    this.badges.dispose();
  }

  private showBadge(
    hotspot: Hotspot,
    metres: number,
    alpha: number,
    isHighlighted: boolean,
    phase: number,
    isStill: boolean,
  ): number {
    const { kind, position } = hotspot;
    const base = (kind === 'photo' ? photoScale : 1) * Math.max(0.55, Math.min(1, 1.25 - metres * 0.055));
    const beat = isStill ? 0 : 0.04 * Math.sin(phase * 2 * Math.PI);
    const scale = base * (1 + beat) * (isHighlighted ? 1.16 : 1);
    const cell = this.badges.cell(kind, kind, (brush) => paintBadge(brush, kind));
    const halo = this.badges.cell('halo', 'halo', paintHalo);
    if (halo && !isStill && kind !== 'photo')
      this.batch.add(
        halo,
        position.x,
        position.y,
        position.z,
        0,
        0,
        base * (0.85 + phase * 0.75),
        alpha * (1 - phase) * 0.8,
      );
    if (cell) this.batch.add(cell, position.x, position.y, position.z, 0, 0, scale, alpha);
    const radius = (badgeCell.width / 2) * scale;
    this.shown.push({ hotspot, radius });
    return radius;
  }

  private showCaption(hotspot: Hotspot, text: string, labels: PeopleLabels, below: number, alpha: number): void {
    if (text === '') return;
    const cell = labels.tags.cell(`hotspot.${hotspot.id}`, text, (brush) => paintCaption(brush, text, this.fontFamily));
    const { x, y, z } = hotspot.position;
    if (cell) labels.addTag(cell, x, y, z, -below - 6, 1, alpha);
  }
}

import type { Object3D } from 'three';
import type { Participant } from '@virtualcafe/contracts';
import type { People, Person } from '../systems/people.js';
import { LabelBatch } from './label-batch.js';
import { bubbleCell, paintBubble, paintTag, tagCell } from './label-paint.js';
import { type Cell, LabelSheet } from './label-sheet.js';

/** Names fade between these, metres from the camera. */
const fadeFromMetres = 12;
const fadeToMetres = 20;
const farthestSpeechMetres = 26;
/** A bubble stays this long, milliseconds: longer for more to read. */
const speechMs = { least: 3500, perLetter: 90, most: 10_000 };
const speechFadeMs = 350;

interface Speech {
  readonly text: string;
  readonly fromMs: number;
  readonly toMs: number;
}

/** Where labels are drawn: above a head. `metres` from the camera. */
interface Place {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly metres: number;
}

/** The frame's view: where the camera is and what the canvas measures in CSS pixels. */
export interface LabelView {
  readonly eye: { readonly x: number; readonly y: number; readonly z: number };
  readonly width: number;
  readonly height: number;
  readonly nowMs: number;
}

const scaleAt = (metres: number): number => Math.max(0.74, Math.min(1, 1.12 - metres * 0.024));

/** Names and words above people's heads. */
export class PeopleLabels {
  readonly tags = new LabelSheet(tagCell.width, tagCell.height, 4, 8);
  private readonly bubbles = new LabelSheet(bubbleCell.width, bubbleCell.height, 4, 2);
  private readonly tagBatch: LabelBatch;
  private readonly bubbleBatch: LabelBatch;
  private readonly speeches = new Map<number, Speech>();
  private readonly order: { person: Person; metres: number }[] = [];
  private view: LabelView = { eye: { x: 0, y: 0, z: 0 }, width: 1, height: 1, nowMs: 0 };

  constructor(
    parent: Object3D,
    private readonly fontFamily: string,
  ) {
    this.tagBatch = new LabelBatch(parent, this.tags.texture, 10);
    this.bubbleBatch = new LabelBatch(parent, this.bubbles.texture, 12);
  }

  say(id: number, text: string, nowMs: number): void {
    const length = Math.min(speechMs.most, speechMs.least + [...text].length * speechMs.perLetter);
    this.speeches.set(id, { text, fromMs: nowMs, toMs: nowMs + length });
  }

  begin(view: LabelView): void {
    this.view = view;
    this.tags.begin();
    this.bubbles.begin();
    this.tagBatch.begin(view.width, view.height);
    this.bubbleBatch.begin(view.width, view.height);
    for (const [id, { toMs }] of this.speeches) if (toMs <= view.nowMs) this.speeches.delete(id);
  }

  /** Oneself has no name above one's head, but words. `top` is the height of the head's top in the room. */
  showSelf(self: Participant, x: number, top: number, z: number): void {
    this.showSpeech(self.id, { x, y: top, z, metres: this.metresTo(x, top, z) }, 8);
  }

  /** Farther ones first: nearer names lie over them. `height` of bodies in metres. */
  showPeople(people: People, height: number): void {
    const { order } = this;
    order.length = 0;
    for (const person of people.list) {
      const { x, y, z } = person.motion;
      const metres = person.motion.isKnown ? this.metresTo(x, y + height, z) : Number.POSITIVE_INFINITY;
      if (metres < farthestSpeechMetres) order.push({ person, metres });
    }
    order.sort((one, other) => other.metres - one.metres);
    for (const { person, metres } of order) this.showPerson(person, metres, height);
  }

  end(): void {
    this.tagBatch.end();
    this.bubbleBatch.end();
    this.tags.end(this.view.nowMs);
    this.bubbles.end(this.view.nowMs);
  }

  /** A font has come. */
  repaintAll(): void {
    this.tags.repaintAll();
    this.bubbles.repaintAll();
  }

  /** Shows any label of the `tags` sheet together with the names. */
  addTag(cell: Cell, x: number, y: number, z: number, offsetY: number, scale: number, alpha: number): void {
    this.tagBatch.add(cell, x, y, z, 0, offsetY, scale, alpha);
  }

  setVisible(isVisible: boolean): void {
    this.tagBatch.setVisible(isVisible);
    this.bubbleBatch.setVisible(isVisible);
  }

  dispose(): void {
    this.tagBatch.dispose();
    this.bubbleBatch.dispose();
    this.tags.dispose();
    this.bubbles.dispose();
  }

  private showPerson({ id, participant, motion }: Person, metres: number, height: number): void {
    const place = { x: motion.x, y: motion.y + height * 1.06, z: motion.z, metres };
    const tagTop = this.showTag(participant, place, motion.isAway);
    this.showSpeech(id, place, tagTop);
  }

  /** Returns the height above the anchor that the tag takes, CSS pixels. */
  private showTag(participant: Participant, place: Place, isAway: boolean): number {
    const fade = Math.min(1, (fadeToMetres - place.metres) / (fadeToMetres - fadeFromMetres), place.metres - 0.5);
    if (fade <= 0.02) return 6;
    const content = `${participant.nickname}\n${participant.role}\n${participant.isMuted}`;
    const cell = this.tags.cell(`person.${participant.key}`, content, (brush) =>
      paintTag(brush, participant, this.fontFamily),
    );
    if (!cell) return 6;
    const scale = scaleAt(place.metres);
    const middle = 6 + (cell.height * scale) / 2;
    this.tagBatch.add(cell, place.x, place.y, place.z, 0, middle, scale, fade * (isAway ? 0.55 : 1));
    return 6 + cell.height * scale;
  }

  private showSpeech(id: number, place: Place, above: number): void {
    const speech = this.speeches.get(id);
    if (!speech) return;
    const { text, fromMs, toMs } = speech;
    const cell = this.bubbles.cell(`speech.${id}`, text, (brush) => paintBubble(brush, text, this.fontFamily));
    if (!cell) return;
    const { nowMs } = this.view;
    const alpha = Math.max(0, Math.min(1, (nowMs - fromMs) / 120, (toMs - nowMs) / speechFadeMs));
    const scale = scaleAt(place.metres);
    this.bubbleBatch.add(cell, place.x, place.y, place.z, 0, above + 2 + (cell.height * scale) / 2, scale, alpha);
  }

  private metresTo(x: number, y: number, z: number): number {
    const { eye } = this.view;
    return Math.hypot(x - eye.x, y - eye.y, z - eye.z);
  }
}

import { CanvasTexture, LinearFilter, NoColorSpace } from 'three';

/** Pixels of the sheet for each CSS pixel: crisp on the screens people have. */
const sharpness = 2;
/** Uploading a sheet takes milliseconds: not for each of many who come in together. */
const uploadEveryMs = 80;
const mostPixels = 4096;

export type Brush = CanvasRenderingContext2D;

/** CSS pixels that were painted, from the cell's top left corner. */
export interface Painted {
  readonly width: number;
  readonly height: number;
}

/** Where a label is on its sheet, in shares of it (v from the top), and how large, in CSS pixels. */
export interface Cell extends Painted {
  readonly u: number;
  readonly v: number;
  readonly uWidth: number;
  readonly vHeight: number;
}

interface Slot {
  readonly index: number;
  key: string;
  content: string;
  painted: Painted;
  askedFrame: number;
  isUploaded: boolean;
}

/** Labels painted on one canvas, which is one texture: any number of them costs one draw call. */
export class LabelSheet {
  readonly texture: CanvasTexture;
  private readonly canvas = document.createElement('canvas');
  private readonly brush: Brush;
  private readonly byKey = new Map<string, Slot>();
  private readonly slots: Slot[] = [];
  private frame = 0;
  private isDirty = false;
  private uploadedAtMs = Number.NEGATIVE_INFINITY;

  /** Cells of this size in CSS pixels; so many rows at first, at most as many as a texture of 4096 pixels takes. What is painted keeps within its cell. */
  constructor(
    private readonly cellWidth: number,
    private readonly cellHeight: number,
    private readonly columns: number,
    private rows: number,
  ) {
    const brush = this.canvas.getContext('2d');
    if (!brush) throw new Error('This browser offers no 2D canvas: names cannot be drawn');
    this.brush = brush;
    this.texture = new CanvasTexture(this.canvas);
    this.texture.colorSpace = NoColorSpace;
    this.texture.premultiplyAlpha = true;
    this.texture.generateMipmaps = false;
    this.texture.minFilter = LinearFilter;
    this.texture.flipY = false;
    this.fit();
  }

  begin(): void {
    this.frame += 1;
  }

  /** The label of this key, painted anew when `content` is other than it was; null while it is not on the card yet, or no cell is free. */
  cell(key: string, content: string, paint: (brush: Brush) => Painted): Cell | null {
    const slot = this.byKey.get(key) ?? this.take(key);
    if (!slot) return null;
    slot.askedFrame = this.frame;
    if (slot.content !== content) this.repaint(slot, content, paint);
    return slot.isUploaded ? this.cellOf(slot) : null;
  }

  /** Sends what was painted to the card, not too often. */
  end(nowMs: number): void {
    if (!this.isDirty || nowMs - this.uploadedAtMs < uploadEveryMs) return;
    this.texture.needsUpdate = true;
    this.isDirty = false;
    this.uploadedAtMs = nowMs;
    for (const slot of this.slots) slot.isUploaded = slot.content !== '';
  }

  /** Everything is painted anew: a font has come, or the language is another. */
  repaintAll(): void {
    for (const slot of this.slots) slot.content = '';
  }

  dispose(): void {
    this.texture.dispose();
    // Safari keeps canvases' memory until they are empty.
    this.canvas.width = this.canvas.height = 0;
  }

  private take(key: string): Slot | null {
    const slot = this.free() ?? this.longestUnasked();
    if (!slot) return null;
    this.byKey.delete(slot.key);
    slot.key = key;
    slot.content = '';
    slot.isUploaded = false;
    this.byKey.set(key, slot);
    return slot;
  }

  private free(): Slot | null {
    const isFull = this.slots.length >= this.rows * this.columns;
    if (isFull && this.rows * 2 * this.cellHeight * sharpness > mostPixels) return null;
    if (isFull) {
      this.rows *= 2;
      this.fit();
    }
    const painted = { width: 0, height: 0 };
    const slot = { index: this.slots.length, key: '', content: '', painted, askedFrame: 0, isUploaded: false };
    this.slots.push(slot);
    return slot;
  }

  private longestUnasked(): Slot | null {
    let found: Slot | null = null;
    for (const slot of this.slots) {
      if (slot.askedFrame < this.frame - 1 && (!found || slot.askedFrame < found.askedFrame)) found = slot;
    }
    return found;
  }

  private repaint(slot: Slot, content: string, paint: (brush: Brush) => Painted): void {
    const { brush } = this;
    const x = (slot.index % this.columns) * this.cellWidth;
    const y = Math.floor(slot.index / this.columns) * this.cellHeight;
    brush.save();
    brush.scale(sharpness, sharpness);
    brush.clearRect(x, y, this.cellWidth, this.cellHeight);
    brush.translate(x, y);
    slot.painted = paint(brush);
    brush.restore();
    slot.content = content;
    this.isDirty = true;
  }

  private cellOf(slot: Slot): Cell {
    const { width, height } = slot.painted;
    const [wide, high] = [this.columns * this.cellWidth, this.rows * this.cellHeight];
    return {
      width,
      height,
      u: ((slot.index % this.columns) * this.cellWidth) / wide,
      v: (Math.floor(slot.index / this.columns) * this.cellHeight) / high,
      uWidth: width / wide,
      vHeight: height / high,
    };
  }

  private fit(): void {
    this.canvas.width = this.columns * this.cellWidth * sharpness;
    this.canvas.height = this.rows * this.cellHeight * sharpness;
    // A canvas of another size is empty, and needs a texture of another size.
    this.texture.dispose();
    for (const slot of this.slots) {
      slot.content = '';
      slot.isUploaded = false;
    }
  }
}

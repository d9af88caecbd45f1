import { grown, isWithin, type Rect } from './rect.js';
import { type Spot } from './walls.js';

/** Metres a cell. */
const pitch = 0.1;

/** Where somebody of a radius can walk from a start, between walls and footprints. */
export class Reach {
  readonly #columns: number;
  readonly #rows: number;
  readonly #cells: Uint8Array;
  readonly #room: Rect;

  constructor(room: Rect, taken: readonly Rect[], start: Spot, radius: number) {
    this.#room = room;
    this.#columns = Math.floor((room.maxX - room.minX) / pitch) + 1;
    this.#rows = Math.floor((room.maxZ - room.minZ) / pitch) + 1;
    this.#cells = new Uint8Array(this.#columns * this.#rows).fill(1);
    this.#mark(grown(room, -radius), 0);
    for (const rect of taken) this.#mark(grown(rect, radius), 1);
    this.#flood(start);
  }

  /** Whether somebody can stand within `distance` of the footprint. */
  touches(rect: Rect, distance: number): boolean {
    let isReached = false;
    this.#each(grown(rect, distance), (cell) => {
      if (this.#cells[cell] === 2) isReached = true;
    });
    return isReached;
  }

  isFree(rect: Rect): boolean {
    let isFree = isWithin(rect, this.#room);
    this.#each(rect, (cell) => {
      if (this.#cells[cell] !== 2) isFree = false;
    });
    return isFree;
  }

  #each(rect: Rect, act: (cell: number) => void): void {
    const column = (x: number, round: (value: number) => number): number => round((x - this.#room.minX) / pitch);
    const row = (z: number, round: (value: number) => number): number => round((z - this.#room.minZ) / pitch);
    const lastColumn = Math.min(this.#columns - 1, column(rect.maxX - 1e-6, Math.floor));
    const lastRow = Math.min(this.#rows - 1, row(rect.maxZ - 1e-6, Math.floor));
    for (let z = Math.max(0, row(rect.minZ + 1e-6, Math.ceil)); z <= lastRow; z += 1) {
      for (let x = Math.max(0, column(rect.minX + 1e-6, Math.ceil)); x <= lastColumn; x += 1)
        act(z * this.#columns + x);
    }
  }

  #mark(rect: Rect, value: number): void {
    this.#each(rect, (cell) => {
      this.#cells[cell] = value;
    });
  }

  #flood(start: Spot): void {
    const first =
      Math.round((start.z - this.#room.minZ) / pitch) * this.#columns + Math.round((start.x - this.#room.minX) / pitch);
    if (this.#cells[first] !== 0) return;
    this.#cells[first] = 2;
    const open = [first];
    for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
      const column = cell % this.#columns;
      if (column > 0) this.#visit(cell - 1, open);
      if (column < this.#columns - 1) this.#visit(cell + 1, open);
      this.#visit(cell - this.#columns, open);
      this.#visit(cell + this.#columns, open);
    }
  }

  #visit(cell: number, open: number[]): void {
    if (this.#cells[cell] !== 0) return;
    this.#cells[cell] = 2;
    open.push(cell);
  }
}

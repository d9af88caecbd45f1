import { selectSmallest } from './nearest-selection.js';

/** Where everybody in a room is, by slot; a slot that nobody has is not taken (0). Metres. */
export interface Positions {
  /** Slots 0 to `size` - 1 are looked at. */
  readonly size: number;
  readonly isTaken: Uint8Array;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly z: Float32Array;
}

/** Narrower cells than this only cost. */
const narrowestCellMetres = 2;
const mostCellsAcross = 64;
const nobody = -1;

/** A uniform grid over the floor that finds who is nearest to somebody. Filled anew for each use; grows with the room. */
export class InterestGrid {
  private cellMetres = narrowestCellMetres;
  private columns = 1;
  private rows = 1;
  private minX = 0;
  private minZ = 0;
  private positions: Positions | undefined;
  /** The last slot put into each cell, and for each slot the one put there before it. */
  private readonly heads = new Int32Array(mostCellsAcross * mostCellsAcross);
  private previous = new Int32Array(0);
  private candidates = new Int32Array(0);
  private distances = new Float32Array(0);
  private found = 0;

  fill(positions: Positions): void {
    this.positions = positions;
    if (this.previous.length < positions.size) {
      this.previous = new Int32Array(positions.isTaken.length);
      this.candidates = new Int32Array(positions.isTaken.length);
      this.distances = new Float32Array(positions.isTaken.length);
    }
    this.fit(positions);
    this.heads.fill(nobody, 0, this.columns * this.rows);
    for (let slot = 0; slot < positions.size; slot += 1) {
      if (positions.isTaken[slot] !== 1) continue;
      const cell = this.rowOf(positions.z[slot] ?? 0) * this.columns + this.columnOf(positions.x[slot] ?? 0);
      this.previous[slot] = this.heads[cell] ?? nobody;
      this.heads[cell] = slot;
    }
  }

  /**
   * Writes the slots of the `count` nearest to `slot`, without itself and in no order, to `into`.
   * @returns how many there are.
   */
  nearest(slot: number, count: number, into: Int32Array): number {
    const { positions } = this;
    if (positions === undefined || count === 0) return 0;
    const column = this.columnOf(positions.x[slot] ?? 0);
    const row = this.rowOf(positions.z[slot] ?? 0);
    const farthestRing = Math.max(this.columns, this.rows);
    this.found = 0;
    for (let ring = 0; ring < farthestRing; ring += 1) {
      this.collectRing(positions, slot, column, row, ring);
      if (this.found < count) continue;
      selectSmallest(this.distances, this.candidates, this.found, count);
      // Whoever is in no ring yet is at least `ring` cells away.
      if (largest(this.distances, count) <= (ring * this.cellMetres) ** 2) break;
    }
    const total = Math.min(this.found, count);
    for (let index = 0; index < total; index += 1) into[index] = this.candidates[index] ?? 0;
    return total;
  }

  /** Lays the cells over everybody's positions. */
  private fit(positions: Positions): void {
    let [minX, maxX, minZ, maxZ] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let slot = 0; slot < positions.size; slot += 1) {
      if (positions.isTaken[slot] !== 1) continue;
      const x = positions.x[slot] ?? 0;
      const z = positions.z[slot] ?? 0;
      minX = Math.min(minX, x);
      maxX = Math.max(maxX, x);
      minZ = Math.min(minZ, z);
      maxZ = Math.max(maxZ, z);
    }
    const width = Math.max(0, maxX - minX);
    const depth = Math.max(0, maxZ - minZ);
    this.minX = minX;
    this.minZ = minZ;
    this.cellMetres = Math.max(narrowestCellMetres, Math.max(width, depth) / (mostCellsAcross - 1));
    this.columns = Math.floor(width / this.cellMetres) + 1;
    this.rows = Math.floor(depth / this.cellMetres) + 1;
  }

  private columnOf(x: number): number {
    return Math.min(this.columns - 1, Math.floor((x - this.minX) / this.cellMetres));
  }

  private rowOf(z: number): number {
    return Math.min(this.rows - 1, Math.floor((z - this.minZ) / this.cellMetres));
  }

  /** Adds whoever is in the cells exactly `ring` cells away. */
  private collectRing(positions: Positions, self: number, column: number, row: number, ring: number): void {
    const lastRow = Math.min(this.rows - 1, row + ring);
    for (let at = Math.max(0, row - ring); at <= lastRow; at += 1) {
      const isWholeRow = at === row - ring || at === row + ring;
      const step = isWholeRow || ring === 0 ? 1 : ring * 2;
      for (let across = column - ring; across <= column + ring; across += step) {
        if (across >= 0 && across < this.columns) this.collectCell(positions, self, at * this.columns + across);
      }
    }
  }

  private collectCell(positions: Positions, self: number, cell: number): void {
    for (let slot = this.heads[cell] ?? nobody; slot !== nobody; slot = this.previous[slot] ?? nobody) {
      if (slot === self) continue;
      this.candidates[this.found] = slot;
      this.distances[this.found] = squaredDistance(positions, self, slot);
      this.found += 1;
    }
  }
}

function squaredDistance({ x, y, z }: Positions, one: number, other: number): number {
  const across = (x[one] ?? 0) - (x[other] ?? 0);
  const up = (y[one] ?? 0) - (y[other] ?? 0);
  const along = (z[one] ?? 0) - (z[other] ?? 0);
  return across * across + up * up + along * along;
}

function largest(distances: Float32Array, count: number): number {
  let most = 0;
  for (let index = 0; index < count; index += 1) most = Math.max(most, distances[index] ?? 0);
  return most;
}

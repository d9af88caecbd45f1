import type { Color } from '../kit/color.js';
import type { Opening, Piece, Room, WindowStyle } from '../room/room.js';

/** What a wall brings into the room: holes in it, things flat on it, furniture before it. */
export interface WallPlan {
  openings: Opening[];
  window: WindowStyle;
  /** Drawn on the wall, before all furniture. */
  dress: (room: Room) => void;
  pieces: Piece[];
}

export const NOTHING = (): void => undefined;

export function windowStyle(room: Room, columns: number, rows: number, bar: Color = room.palette.wood): WindowStyle {
  return { columns, rows, bar, frame: 0.07 };
}

import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { eventually } from '../../../test/eventually.js';
import type { Room } from './room.js';
import { RoomTicker } from './room-ticker.js';

it('goes on ticking every room when a tick of one fails, and says so', async () => {
  const logger = pino({ level: 'silent' });
  const errors = vi.spyOn(logger, 'error');
  const ticker = new RoomTicker(logger);
  const ticks = { failing: 0, well: 0 };
  const roomOf = (tick: () => void) => ({ tick, emitToAll: () => undefined }) as unknown as Room;
  ticker.start(
    roomOf(() => {
      ticks.failing += 1;
      throw new Error('planted');
    }),
  );
  ticker.start(roomOf(() => (ticks.well += 1)));
  await eventually(() => expect(Math.min(ticks.failing, ticks.well)).toBeGreaterThan(3));
  expect(errors).toHaveBeenCalledWith({ err: new Error('planted') }, expect.any(String));
  ticker.onModuleDestroy();
});

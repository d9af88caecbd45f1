import { pino } from 'pino';
import { expect, it, vi } from 'vitest';
import { eventually } from '../../../test/eventually.js';
import type { Room } from './room.js';
import { RoomTicker } from './room-ticker.js';

const roomOf = (tick: () => void) => ({ tick, broadcast: () => undefined }) as unknown as Room;

it('goes on ticking every room when a tick of one fails, and says so', async () => {
  const logger = pino({ level: 'silent' });
  const errors = vi.spyOn(logger, 'error');
  const ticker = new RoomTicker(logger);
  const ticks = { failing: 0, well: 0 };
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

it('ticks between what comes in when timers have no turn', () => {
  const ticker = new RoomTicker(pino({ level: 'silent' }));
  const tick = vi.fn<() => void>();
  const room = roomOf(tick);
  ticker.start(room);
  ticker.catchUp(room, Date.now());
  // Not yet due.
  expect(tick).not.toHaveBeenCalled();
  // As messages are read without a pause.
  const giveUpAtMs = performance.now() + 10_000;
  while (tick.mock.calls.length < 3 && performance.now() < giveUpAtMs) ticker.catchUp(room, Date.now());
  ticker.onModuleDestroy();
  expect(tick).toHaveBeenCalledTimes(3);
});

import { describe, expect, it } from 'vitest';
import { WorkLimit } from './work-limit.js';

/** A piece of work that ends when the test says so. */
function openWork(): {
  work: () => Promise<string>;
  end: () => void;
  fail: (error: Error) => void;
  begun: () => boolean;
} {
  const { promise, resolve, reject } = withResolvers<string>();
  let isBegun = false;
  return {
    work: () => {
      isBegun = true;
      return promise;
    },
    end: () => resolve('done'),
    fail: reject,
    begun: () => isBegun,
  };
}

// Promise.withResolvers is not in Node 20.
function withResolvers<T>(): { promise: Promise<T>; resolve: (value: T) => void; reject: (error: Error) => void } {
  let resolve: (value: T) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<T>((onDone, onFailed) => {
    resolve = onDone;
    reject = onFailed;
  });
  return { promise, resolve, reject };
}

const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('a limit of work', () => {
  it('runs so many at once, in the order they came', async () => {
    const limit = new WorkLimit({ atOnce: 2, waiting: 2, retryAfterSeconds: 3 });
    const works = Array.from({ length: 4 }, openWork);
    const runs = works.map(({ work }) => limit.run(work));
    await settle();
    expect(works.map(({ begun }) => begun())).toEqual([true, true, false, false]);
    works[1]?.end();
    await settle();
    expect(works.map(({ begun }) => begun())).toEqual([true, true, true, false]);
    works[0]?.end();
    await settle();
    expect(works.map(({ begun }) => begun())).toEqual([true, true, true, true]);
    for (const { end } of works) end();
    expect(await Promise.all(runs)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('sends away who finds the queue full, and takes the next again', async () => {
    const limit = new WorkLimit({ atOnce: 1, waiting: 1, retryAfterSeconds: 3 });
    const [first, second, third, fourth] = [openWork(), openWork(), openWork(), openWork()];
    const runs = [limit.run(first.work), limit.run(second.work)];
    await expect(limit.run(third.work)).rejects.toMatchObject({ code: 'service.unavailable', retryAfterSeconds: 3 });
    expect(third.begun()).toBe(false);
    first.end();
    await settle();
    runs.push(limit.run(fourth.work));
    second.end();
    fourth.end();
    expect(await Promise.all(runs)).toEqual(['done', 'done', 'done']);
  });

  it('gives the place of failed work to the next', async () => {
    const limit = new WorkLimit({ atOnce: 1, waiting: 1, retryAfterSeconds: 3 });
    const [first, second] = [openWork(), openWork()];
    const failing = limit.run(first.work);
    const waiting = limit.run(second.work);
    first.fail(new Error('broken'));
    await expect(failing).rejects.toThrow('broken');
    second.end();
    expect(await waiting).toBe('done');
  });

  it('never runs more than it may, however they come and go', async () => {
    const limit = new WorkLimit({ atOnce: 2, waiting: 1000, retryAfterSeconds: 3 });
    let running = 0;
    let most = 0;
    const work = async (): Promise<void> => {
      running += 1;
      most = Math.max(most, running);
      await settle();
      running -= 1;
    };
    await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        if (index % 3 === 0) await settle();
        await limit.run(work);
      }),
    );
    expect(most).toBe(2);
  });
});

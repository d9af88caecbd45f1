import { describe, expect, it } from 'vitest';
import { LatestSaver } from './latest-saver.js';

/** A server that answers when told to. */
function slowServer() {
  const answers: ((error?: Error) => void)[] = [];
  const received: string[] = [];
  const pending: (string | null)[] = [];
  const failures: [string, string][] = [];
  const saver = new LatestSaver<string>({
    send: (value) => {
      received.push(value);
      return new Promise((resolve, reject) => answers.push((error) => (error ? reject(error) : resolve())));
    },
    onFailure: (error, value) => failures.push([(error as Error).message, value]),
  });
  saver.subscribe(() => pending.push(saver.getWanted()));
  const answer = async (error?: Error): Promise<void> => {
    answers.shift()?.(error);
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { saver, received, pending, failures, answer };
}

describe('LatestSaver', () => {
  it('sends one value at a time, and of those that came in meanwhile only the latest', async () => {
    const { saver, received, pending, answer } = slowServer();
    const saved = saver.save('a');
    void saver.save('b');
    void saver.save('c');
    expect(received).toEqual(['a']);
    await answer();
    expect(received).toEqual(['a', 'c']);
    await answer();
    await saved;
    expect(pending).toEqual(['a', 'b', 'c', null]);
  });

  it('gives up what was wanted last when a call fails, and tells it', async () => {
    const { saver, received, pending, failures, answer } = slowServer();
    void saver.save('a');
    void saver.save('b');
    await answer(new Error('down'));
    expect(received).toEqual(['a']);
    expect(failures).toEqual([['down', 'b']]);
    expect(pending.at(-1)).toBeNull();
  });

  it('works again after a failure', async () => {
    const { saver, received, answer, failures } = slowServer();
    void saver.save('a');
    await answer(new Error('down'));
    void saver.save('b');
    await answer();
    expect(received).toEqual(['a', 'b']);
    expect(failures).toHaveLength(1);
  });
});

/// <reference lib="dom" />
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test';

/** What a page has done since it was opened. */
export interface PageWork {
  /** Seconds in JavaScript, of all kinds: frames, messages, timers. */
  readonly scriptSeconds: number;
  readonly frames: number;
}

/** What a page holds after everything that can be thrown away was. */
export interface PageHoldings {
  readonly heapMb: number;
  readonly nodes: number;
  readonly listeners: number;
}

interface CountingWindow extends Window {
  drawnFrames: number;
}

const patienceMs = 240_000;

/** Runs in the page, before its own scripts. */
const prepare = (): void => {
  localStorage.setItem('vc.room.quality', 'low');
  const counting = window as unknown as CountingWindow;
  counting.drawnFrames = 0;
  const count = (): void => {
    counting.drawnFrames += 1;
    requestAnimationFrame(count);
  };
  requestAnimationFrame(count);
  // Without a graphics card the processor would fill the triangles, on the cores that are to run the scripts: what is drawn is left out,
  // all that a page does for it is not.
  const nothing = (): void => undefined;
  Object.assign(WebGL2RenderingContext.prototype, {
    drawArrays: nothing,
    drawElements: nothing,
    drawArraysInstanced: nothing,
    drawElementsInstanced: nothing,
    drawRangeElements: nothing,
  });
};

/** A browser's page in a room, as a visitor has it, in Korean. */
export class Visitor {
  private constructor(
    private readonly context: BrowserContext,
    private readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  /** Opens the door of the room at `url`. */
  static async atTheDoor(browser: Browser, url: string): Promise<Visitor> {
    const context = await browser.newContext({ locale: 'ko-KR', viewport: { width: 1280, height: 800 } });
    await context.addInitScript(prepare);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Performance.enable');
    await session.send('HeapProfiler.enable');
    await page.goto(url);
    await page.getByLabel('별명').fill('재는손님');
    return new Visitor(context, page, session);
  }

  async enter(): Promise<void> {
    await this.page.getByRole('button', { name: '들어가기' }).click();
    await this.page.getByLabel('보낼 말').waitFor({ timeout: patienceMs });
  }

  async leave(): Promise<void> {
    await this.page.getByRole('button', { name: '나가기' }).click();
    await this.page.getByRole('button', { name: '들어가기' }).waitFor({ timeout: patienceMs });
  }

  async work(): Promise<PageWork> {
    const { metrics } = await this.session.send('Performance.getMetrics');
    const frames = await this.page.evaluate(() => (window as unknown as CountingWindow).drawnFrames);
    return { scriptSeconds: valueOf(metrics, 'ScriptDuration'), frames };
  }

  async holdings(): Promise<PageHoldings> {
    // Finalizers run after a collection, and let go of more.
    for (let time = 0; time < 3; time += 1) await this.session.send('HeapProfiler.collectGarbage');
    const { metrics } = await this.session.send('Performance.getMetrics');
    return {
      heapMb: valueOf(metrics, 'JSHeapUsedSize') / 1e6,
      nodes: valueOf(metrics, 'Nodes'),
      listeners: valueOf(metrics, 'JSEventListeners'),
    };
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

function valueOf(metrics: readonly { readonly name: string; readonly value: number }[], name: string): number {
  const found = metrics.find((metric) => metric.name === name);
  if (found === undefined) throw new Error(`This browser tells no ${name}`);
  return found.value;
}

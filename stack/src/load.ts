import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { CafeScene } from './cafe-scene.js';
import { addressOf } from './front-proxy.js';
import { type Call, HttpsClient } from './https-client.js';

const visitors = 40;
/** Of all visitors together: what two cores bear beside an image that is built, and each address may have. */
const perSecond = 150;

interface Errand extends Call {
  /** What it leaves behind when it is answered. */
  readonly makes?: 'cafe' | 'image';
}

/** What was answered with anything but success, or not at all. */
export interface Failure {
  readonly at: Date;
  readonly what: string;
  readonly error: string;
}

/** Many visitors who read pages and lists, publish cafés and send photos, until they are called off. */
export class Load {
  requests = 0;
  readonly failures: Failure[] = [];
  /** How many were made, as the answers say. */
  readonly made = { cafe: 0, image: 0 };
  private isOver = false;
  private readonly crowd: HttpsClient[];
  private readonly work: Promise<unknown>;
  private wanted = 0;

  constructor(private readonly scene: CafeScene) {
    const { stack, rootCertificate } = scene;
    this.crowd = Array.from(
      { length: visitors },
      (_, index) => new HttpsClient(stack.place, rootCertificate, { address: addressOf(index), connections: 1 }),
    );
    this.work = Promise.all(this.crowd.map((visitor, index) => this.keepComing(visitor, index)));
  }

  get sentAgain(): number {
    return this.crowd.reduce((sum, { sentAgain }) => sum + sentAgain, 0);
  }

  /** Ends it once there were so many requests. */
  async end(atLeast = 0): Promise<void> {
    this.wanted = atLeast;
    this.isOver = true;
    await this.work;
    for (const visitor of this.crowd) visitor.close();
  }

  private async keepComing(visitor: HttpsClient, index: number): Promise<void> {
    const everyMs = (1000 * visitors) / perSecond;
    // Not all at once.
    let nextAt = performance.now() + (everyMs * index) / visitors;
    for (let step = index; !this.isOver || this.requests < this.wanted; step += 1) {
      await delay(Math.max(0, nextAt - performance.now()));
      // Whoever had to wait does not make up for it with a burst.
      nextAt = Math.max(nextAt, performance.now() - everyMs) + everyMs;
      await this.run(visitor, this.errandOf(step));
    }
  }

  private async run(visitor: HttpsClient, errand: Errand): Promise<void> {
    this.requests += 1;
    const { method, path } = errand;
    try {
      const { status, text } = await visitor.call(method, path, errand);
      if (status >= 200 && status < 300) this.note(errand);
      else this.fail(errand, `${status} ${text.slice(0, 300)}`);
    } catch (error) {
      this.fail(errand, String(error));
    }
  }

  private fail({ method, path }: Errand, error: string): void {
    this.failures.push({ at: new Date(), what: `${method} ${path}`, error });
  }

  private note({ makes }: Errand): void {
    if (makes !== undefined) this.made[makes] += 1;
  }

  /** Of each twenty: ten lists, of which nginx keeps half, seven pages and details, two new cafés; each fortieth is a photo. */
  private errandOf(step: number): Errand {
    const { scene } = this;
    const kind = step % 40;
    if (kind === 39) return { ...scene.photo(), makes: 'image' };
    if (kind % 10 === 9) return { ...scene.newCafe(`load-${randomBytes(8).toString('hex')}`), makes: 'cafe' };
    if (kind % 4 === 0) return { method: 'GET', path: '/api/v1/cafes?pageSize=5' };
    if (kind % 4 === 1) return { method: 'GET', path: '/api/v1/cafes?pageSize=5', headers: scene.authorization };
    if (kind % 4 === 2) return { method: 'GET', path: `/cafes/${scene.cafeCode}` };
    return { method: 'GET', path: `/api/v1/cafes/${scene.cafeCode}` };
  }
}

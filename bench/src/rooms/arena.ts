import { setTimeout as delay } from 'node:timers/promises';
import { serverCore } from '../load.js';
import { type PinnedServer, startPinned } from '../pinned-process.js';
import type { Contestant } from './contestants.js';
import { Crowd, type CrowdFigures, type CrowdPlan, type Phases } from './crowd.js';
import type { JoinTimes } from './player.js';
import { busyMsOf, cpuMsOf, residentMbOf } from './process-usage.js';

/** One measurement. */
export interface Trial extends CrowdFigures {
  readonly players: number;
  readonly phases: Phases;
  /** Of one core. */
  readonly serverShare: number;
  readonly residentMb: number;
  /** What others took of the server's core meanwhile. */
  readonly foreignShare: number;
}

/** What joins took, and how busy server and generator were meanwhile. */
export interface JoinTrial extends Pick<Trial, 'serverShare' | 'generatorShare' | 'residentMb'> {
  readonly times: readonly JoinTimes[];
}

/** How long people play before a window is measured, and how long it is. A server finds its pace within the first. */
export interface Timing {
  readonly settleMs: number;
  readonly windowMs: number;
}

/** A contestant's server and the crowd that plays on it. Begins anew once people were put out. */
export class Arena {
  private server: PinnedServer | undefined;
  private crowd: Crowd | undefined;

  constructor(
    readonly contestant: Contestant,
    private readonly plan: CrowdPlan,
    private readonly timing: Timing,
  ) {}

  /** @throws Error when somebody is not let in. */
  async measure(players: number, phases: Phases): Promise<Trial> {
    const { crowd, server } = await this.open();
    await crowd.resize(players);
    await crowd.play(phases);
    await delay(this.timing.settleMs);
    const before = this.usage(server.pid);
    await crowd.begin();
    await delay(this.timing.windowMs);
    const after = this.usage(server.pid);
    const seconds = (after.atMs - before.atMs) / 1000;
    const figures = await crowd.end(seconds);
    const residentMb = residentMbOf(server.pid);
    if (figures.faults.length > 0) await this.close();
    const serverShare = (after.serverMs - before.serverMs) / 1000 / seconds;
    const foreignShare = (after.coreMs - before.coreMs) / 1000 / seconds - serverShare;
    return { ...figures, players, phases, serverShare, residentMb, foreignShare };
  }

  /** `joins` people come into a room where `players` play, one each `everyMs`. */
  async measureJoins(players: number, joins: number, everyMs: number): Promise<JoinTrial> {
    const { crowd, server } = await this.open();
    await crowd.resize(players);
    await crowd.play('random');
    await delay(this.timing.settleMs);
    const before = this.usage(server.pid);
    await crowd.begin();
    const times = await crowd.add(joins, everyMs);
    const after = this.usage(server.pid);
    const seconds = (after.atMs - before.atMs) / 1000;
    return {
      times,
      serverShare: (after.serverMs - before.serverMs) / 1000 / seconds,
      generatorShare: (await crowd.end(seconds)).generatorShare,
      residentMb: residentMbOf(server.pid),
    };
  }

  async close(): Promise<void> {
    const { crowd, server } = this;
    this.crowd = undefined;
    this.server = undefined;
    await crowd?.stop();
    await server?.stop();
  }

  private async open(): Promise<{ crowd: Crowd; server: PinnedServer }> {
    const { program, environment, probePath, nodeFlags, dialect } = this.contestant;
    this.server ??= await startPinned(program, environment, probePath, nodeFlags);
    this.crowd ??= new Crowd(dialect, Number(new URL(this.server.origin).port), this.plan);
    return { crowd: this.crowd, server: this.server };
  }

  private usage(pid: number): { atMs: number; serverMs: number; coreMs: number } {
    return { atMs: performance.now(), serverMs: cpuMsOf(pid), coreMs: busyMsOf(serverCore) };
  }
}

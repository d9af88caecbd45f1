import { type EventLoopUtilization, performance } from 'node:perf_hooks';

/**
 * Milliseconds from tick to tick, the share of the process's time up to which each is kept, and below which it is come back to. The second
 * is smaller by as much as the pace may cost more: so that it does not swing.
 */
const paces = [
  { tickMs: 10, upTo: 0.4, backBelow: 0.18 },
  { tickMs: 25, upTo: 0.5, backBelow: 0.25 },
  { tickMs: 50, upTo: 1, backBelow: 1 },
] as const;

/** The fastest pace that a process so busy (0 to 1) affords, coming from `currentMs`. */
export function paceFor(utilization: number, currentMs: number): number {
  const affordable = paces.find(
    ({ tickMs, upTo, backBelow }) => utilization <= (tickMs < currentMs ? backBelow : upTo),
  );
  return affordable?.tickMs ?? paces[paces.length - 1]?.tickMs ?? 50;
}

/** How busy this process has been since it was last asked, 0 to 1. */
export class ProcessLoad {
  private last: EventLoopUtilization = performance.eventLoopUtilization();

  measure(): number {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, this.last);
    this.last = now;
    return utilization;
  }
}

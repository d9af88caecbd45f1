import { type EventLoopUtilization, performance } from 'node:perf_hooks';

/** Milliseconds from tick to tick, and the share of the process's time up to which it is kept. */
const paces = [
  { tickMs: 12.5, upTo: 0.3 },
  { tickMs: 25, upTo: 0.5 },
  { tickMs: 50, upTo: 1 },
] as const;
/** Back to a faster pace only when the process is this much quieter than the limit: so that it does not swing. */
const margin = 0.1;

/** The fastest pace that a process so busy (0 to 1) affords, coming from `currentMs`. */
export function paceFor(utilization: number, currentMs: number): number {
  const affordable = paces.find(({ tickMs, upTo }) => utilization <= (tickMs < currentMs ? upTo - margin : upTo));
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

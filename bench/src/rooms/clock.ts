const samples = 1000;

// The machine's monotonic clock, the same in all processes, at the price of `performance.now()`. The least of many differences: somebody
// else may have the core between two readings.
const beganMs = Math.min(
  ...Array.from({ length: samples }, () => {
    const nowMs = performance.now();
    return Number(process.hrtime.bigint()) / 1e6 - nowMs;
  }),
);

/** Milliseconds since the machine was started. */
export const monotonicMs = (): number => beganMs + performance.now();

/** Steps of the wire's clock for each millisecond. */
export const clockStepsPerMs = 4;
/** The wire's clock counts modulo this. */
export const clockSteps = 65_536;

/** The wire's clock: quarter milliseconds modulo 65,536. */
export const wireClock = (): number => Math.round(monotonicMs() * clockStepsPerMs) & (clockSteps - 1);

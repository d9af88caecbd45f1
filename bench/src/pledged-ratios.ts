import { median, type Row, table } from './report.js';

/** What our figure is held against, and the least ratio, if one is promised. */
export interface Pledge {
  readonly ours: string;
  readonly rival: string;
  readonly least?: number;
}

/** Prints each ratio, of `rates` by name and round; the process is to end with 1 when one is less than was promised. */
export function reportRatios(pledges: readonly Pledge[], rates: ReadonlyMap<string, readonly number[]>): void {
  const rows = pledges.map(({ ours, rival, least }): Row => {
    // Round by round: a machine that slows down meanwhile slows both.
    const ratio = median(
      (rates.get(ours) ?? []).map((rate, round) => rate / (rates.get(rival)?.[round] ?? Number.NaN)),
    );
    if (least === undefined) return [ours, rival, ratio.toFixed(2), '', ''];
    return [ours, rival, ratio.toFixed(2), least.toFixed(2), ratio >= least ? 'reached' : 'MISSED'];
  });
  console.log(table(['ours', 'against', 'ratio', 'promised', ''], rows));
  if (rows.some((row) => row[4] === 'MISSED')) process.exitCode = 1;
}

import { type Row, table } from '../report.js';

/** A figure that was promised. */
export interface Pledge {
  readonly what: string;
  /** NaN when there is no such figure. */
  readonly figure: number;
  readonly promised: number;
  /** Whether `promised` is the least or the most. */
  readonly kind: 'least' | 'most';
  readonly digits: number;
}

/** What a scenario has found out. */
export interface Outcome {
  readonly title: string;
  readonly head: Row;
  readonly rows: readonly Row[];
  readonly pledges: readonly Pledge[];
}

const isReached = ({ figure, promised, kind }: Pledge): boolean =>
  kind === 'least' ? figure >= promised : figure <= promised;

/** Prints all tables, pledges last. @returns whether all are reached. */
export function printPledges(outcomes: readonly Outcome[]): boolean {
  for (const { title, head, rows } of outcomes) console.log(`\n${title}\n${table(head, rows)}`);
  const pledges = outcomes.flatMap((outcome) => outcome.pledges);
  const rows = pledges.map((pledge): Row => {
    const { what, figure, promised, kind, digits } = pledge;
    const sign = kind === 'least' ? '≥' : '≤';
    return [
      what,
      figure.toFixed(digits),
      `${sign} ${promised.toFixed(digits)}`,
      isReached(pledge) ? 'reached' : 'MISSED',
    ];
  });
  console.log(table(['figure', 'measured', 'promised', ''], rows));
  return pledges.every(isReached);
}

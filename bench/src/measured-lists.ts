import type pg from 'pg';
import { percentile, type Row, table } from './report.js';

/** One list as it is asked for. */
export interface MeasuredList {
  readonly name: string;
  readonly url: string;
  readonly headers?: Record<string, string>;
  /** Shown, and held to nothing. */
  readonly isWithoutPromise?: boolean;
}

interface Measurement {
  readonly client: pg.Client;
  /** The table whose scans are told. */
  readonly scanned: string;
  readonly repetitions: number;
  readonly promisedP95Ms: number;
}

/** Asks for each list again and again, and tells the times and which indexes PostgreSQL read; whether every promise is kept. */
export async function measureLists(lists: readonly MeasuredList[], measurement: Measurement): Promise<boolean> {
  const rows: Row[] = [];
  let isKept = true;
  for (const list of lists) {
    const { total } = (await (await ask(list)).json()) as { total: number };
    const before = await scans(measurement);
    const times = await time(list, measurement.repetitions);
    const used = await usedSince(before, measurement);
    const p95 = percentile(times, 0.95);
    isKept &&= list.isWithoutPromise === true || p95 <= measurement.promisedP95Ms;
    rows.push([list.name, String(total), percentile(times, 0.5).toFixed(1), p95.toFixed(1), used]);
  }
  console.log(table(['list', 'found', 'p50 ms', 'p95 ms', `scans of ${measurement.scanned}`], rows));
  return isKept;
}

async function ask({ url, headers = {} }: MeasuredList): Promise<Response> {
  const response = await fetch(url, { headers });
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response;
}

async function time(list: MeasuredList, repetitions: number): Promise<number[]> {
  const times: number[] = [];
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const begun = performance.now();
    await (await ask(list)).arrayBuffer();
    times.push(performance.now() - begun);
  }
  return times;
}

/** How often each index of the table, and the table as a whole, was read so far. */
async function scans({ client, scanned }: Measurement): Promise<Map<string, number>> {
  const { rows } = await client.query<{ name: string; scans: string }>(
    `SELECT indexrelname AS name, idx_scan AS scans FROM pg_stat_user_indexes WHERE relname = $1
     UNION ALL SELECT 'whole table', seq_scan FROM pg_stat_user_tables WHERE relname = $1`,
    [scanned],
  );
  return new Map(rows.map(({ name, scans: count }) => [name, Number(count)]));
}

async function usedSince(before: Map<string, number>, measurement: Measurement): Promise<string> {
  // Processes report their counts when they are idle for a moment.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  await measurement.client.query('SELECT pg_stat_clear_snapshot()');
  const after = await scans(measurement);
  const used = [...after].filter(([name, count]) => count > (before.get(name) ?? 0));
  return used.map(([name]) => name.replace(`${measurement.scanned}_`, '')).join(', ');
}

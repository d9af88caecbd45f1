import type { Trial } from './arena.js';

/** What a crowd must be served with, for the number of players to count. */
export const mostP99Ms = 100;
export const mostServerShare = 0.95;
/** Two moves of somebody within one tick are told as one; beyond that, none may be missing. */
const leastSeenShare = 0.8;
/** With less of the period's 20 moves a second, the generator has not given the load it should. */
const leastSentShare = 0.97;
const movesPerSecond = 20;

/** Why a trial does not count as held, in words; nothing when it does. `seesAll`: everybody is told of all others. */
export function shortcomings(trial: Trial, seesAll: boolean): string[] {
  const found: string[] = [];
  if (trial.faults.length > 0) found.push(`${trial.faults.length} put out: ${trial.faults[0]?.slice(0, 120)}`);
  if (!(trial.p99Ms <= mostP99Ms)) found.push(`p99 ${trial.p99Ms} ms`);
  if (trial.serverShare > mostServerShare) found.push(`server ${percent(trial.serverShare)}`);
  if (seesAll && trial.fewestSeen < trial.othersInRoom)
    found.push(`an observer saw ${trial.fewestSeen} of ${trial.othersInRoom} others`);
  if (seesAll && trial.seenShare < leastSeenShare) found.push(`only ${percent(trial.seenShare)} of the moves seen`);
  if (trial.movesPerSecond < trial.players * movesPerSecond * leastSentShare)
    found.push(`only ${percent(trial.movesPerSecond / trial.players / movesPerSecond)} of the moves sent`);
  return found;
}

/** What makes one doubt a trial that was not held: it may be the generator or the machine, and not the server. */
export function doubts(trial: Trial): string[] {
  const found: string[] = [];
  if (trial.generatorShare > 0.93) found.push(`generator took ${percent(trial.generatorShare)} of its core`);
  if (trial.latenessP99Ms > 30) found.push(`moves left up to ${trial.latenessP99Ms.toFixed(0)} ms late`);
  if (trial.refused > 0) found.push(`${trial.refused} movements corrected or warned of`);
  if (trial.foreignShare > 0.05) found.push(`others took ${percent(trial.foreignShare)} of the server's core`);
  return found;
}

export const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

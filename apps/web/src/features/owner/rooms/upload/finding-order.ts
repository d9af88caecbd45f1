import { mapFindingSeverities, type MapFinding } from '@virtualcafe/contracts';

/** Each finding once for its place, errors before warnings before the rest. */
export function gravestFirst(findings: readonly MapFinding[]): MapFinding[] {
  const once = new Map(findings.map((finding) => [`${finding.code} ${finding.pointer}`, finding]));
  const rank = ({ severity }: MapFinding): number => mapFindingSeverities.indexOf(severity);
  return [...once.values()].sort((a, b) => rank(a) - rank(b));
}

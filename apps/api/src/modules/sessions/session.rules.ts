/** SHA-256 of a refresh token: tokens themselves are never kept. */
export type TokenHash = Uint8Array<ArrayBuffer>;

/**
 * How long after its exchange a refresh token may come once more and is answered as the first time. Two tabs that open
 * at once, or a request repeated because its answer was lost, are not theft.
 */
export const refreshGraceMs = 10_000;

interface Session {
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
}

interface PresentedToken {
  readonly usedAt: Date | null;
  readonly expiresAt: Date;
  readonly successor: { readonly tokenHash: TokenHash; readonly usedAt: Date | null } | null;
}

export const isLive = ({ revokedAt, expiresAt }: Session, now: Date): boolean =>
  revokedAt === null && expiresAt.getTime() > now.getTime();

/**
 * What it means that a token of a live session could not be exchanged.
 * - `expired`: it was never used, only too old.
 * - `repeated`: it was exchanged a moment ago, and what it was exchanged for is `successorHash` and still unused.
 * - `reused`: it has had its day. Either its owner or somebody else holds a copy: nobody can tell which of them asks.
 */
export function judgeRepetition(
  token: PresentedToken,
  successorHash: TokenHash,
  now: Date,
): 'expired' | 'repeated' | 'reused' {
  if (token.usedAt === null) return 'expired';
  const isRecent = now.getTime() - token.usedAt.getTime() <= refreshGraceMs;
  const { successor } = token;
  const isUnspent = successor !== null && successor.usedAt === null;
  return isRecent && isUnspent && Buffer.from(successor.tokenHash).equals(successorHash) ? 'repeated' : 'reused';
}

import type { Session } from '@virtualcafe/contracts';

/** A session to answer with; the interceptor puts the refresh token into its cookie and the rest into the body. */
export class IssuedSession {
  constructor(
    readonly session: Session,
    readonly refreshToken: string,
    readonly expiresAt: Date,
  ) {}
}

/** There is no session any more: the cookie goes. */
export class EndedSession {}

import type { Account, Session } from '@virtualcafe/contracts';

export type SessionState =
  | { readonly status: 'restoring' | 'anonymous'; readonly account: null }
  | { readonly status: 'signedIn'; readonly account: Account };

/** What the keeper needs of the browser and the API; given from outside so that its rules can be tested. */
export type SessionSurroundings = {
  /** Asks for a new session with the cookie; null when there is none any more. Throws when no judgement came. */
  refresh: () => Promise<Session | null>;
  /** Runs one task at a time over all tabs of this browser. */
  exclusively: <T>(task: () => Promise<T>) => Promise<T>;
  /** Whether this browser has signed in before; kept between visits. */
  marker: { isSet: () => boolean; set: (isSignedIn: boolean) => void };
  /** Tells the other tabs. */
  announce: (event: SessionEvent) => void;
  now: () => number;
};

export type SessionEvent = 'signedIn' | 'signedOut';

type Access = { token: string; expiresAt: number };

// A token this close to its end may expire on the way to the server.
const expiryMarginMs = 10_000;

/**
 * Holds the access token in memory and renews it with the refresh cookie.
 *
 * The server rotates the refresh token and ends the whole session when an old one comes back. So one renewal runs at a
 * time: calls of one tab share it, and tabs queue for it, each sending the cookie that the one before it received.
 */
export class SessionKeeper {
  private state: SessionState = { status: 'restoring', account: null };
  private access: Access | null = null;
  private renewal: Promise<string | null> | null = null;
  private readonly listeners = new Set<() => void>();

  constructor(private readonly surroundings: SessionSurroundings) {}

  readonly getState = (): SessionState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Takes up what an earlier visit left. Never throws: without an answer the visitor is anonymous for now. */
  async restore(): Promise<void> {
    if (!this.surroundings.marker.isSet()) {
      this.become({ status: 'anonymous', account: null });
      return;
    }
    try {
      await this.renew(null);
    } catch {
      // The API is not reachable. The marker stays, so that the next visit or tab event tries again.
      this.become({ status: 'anonymous', account: null });
    }
  }

  /** A new session from sign-in, sign-up or a changed password. */
  accept(session: Session): void {
    this.take(session);
    this.surroundings.announce('signedIn');
  }

  /** Forgets the session here and in the other tabs; the cookie is ended by the API's logout. */
  end(): void {
    this.forget();
    this.surroundings.announce('signedOut');
  }

  /** What another tab has done. */
  async hear(event: SessionEvent): Promise<void> {
    if (event === 'signedOut') this.forget();
    else await this.restore();
  }

  /** A token for the next call, renewed when it is about to expire; null for an anonymous visitor. */
  async token(): Promise<string | null> {
    if (this.renewal !== null) return this.renewal;
    if (this.access === null) return null;
    if (this.access.expiresAt - this.surroundings.now() > expiryMarginMs) return this.access.token;
    return this.renew(this.access.token);
  }

  /** Replaces a token that the API refused; null when the session is over. Throws when no judgement came. */
  async renew(refused: string | null): Promise<string | null> {
    if (this.access !== null && this.access.token !== refused) return this.access.token;
    this.renewal ??= this.surroundings
      .exclusively(() => this.askAnew())
      .finally(() => {
        this.renewal = null;
      });
    return this.renewal;
  }

  private async askAnew(): Promise<string | null> {
    const session = await this.surroundings.refresh();
    if (session === null) {
      this.end();
      return null;
    }
    this.take(session);
    return session.accessToken;
  }

  private take({ accessToken, expiresInSeconds, account }: Session): void {
    this.access = { token: accessToken, expiresAt: this.surroundings.now() + expiresInSeconds * 1000 };
    this.surroundings.marker.set(true);
    this.become({ status: 'signedIn', account });
  }

  private forget(): void {
    this.access = null;
    this.surroundings.marker.set(false);
    this.become({ status: 'anonymous', account: null });
  }

  private become(state: SessionState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

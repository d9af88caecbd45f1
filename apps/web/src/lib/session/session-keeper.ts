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

/** What tabs of one browser tell each other, over a channel that only pages of this origin can hear. */
export type SessionEvent =
  { readonly kind: 'signedIn'; readonly account: Account; readonly access: Access } | { readonly kind: 'signedOut' };

/** `expiresAt` in milliseconds since the epoch, by this device's clock. */
export type Access = { readonly token: string; readonly expiresAt: number };

// A token this close to its end may expire on the way to the server.
const expiryMarginMs = 10_000;

/**
 * Holds the access token in memory and renews it with the refresh cookie.
 *
 * The server rotates the refresh token and ends the whole session when an old one comes back. So one renewal runs at a
 * time: calls of one tab share it, tabs queue for it, and the tab that was first tells the others what it received.
 */
export class SessionKeeper {
  private state: SessionState = { status: 'restoring', account: null };
  private access: Access | null = null;
  private renewal: Promise<string | null> | null = null;
  private takeHeard: ((token: string) => void) | null = null;
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
  accept({ accessToken, expiresInSeconds, account }: Session): void {
    const access = { token: accessToken, expiresAt: this.surroundings.now() + expiresInSeconds * 1000 };
    this.take(account, access);
    this.surroundings.announce({ kind: 'signedIn', account, access });
  }

  /** Forgets the session here and in the other tabs; the cookie is ended by the API's logout. */
  end(): void {
    this.forget();
    this.surroundings.announce({ kind: 'signedOut' });
  }

  /** What another tab has done. */
  readonly hear = (event: SessionEvent): void => {
    if (event.kind === 'signedOut') {
      this.forget();
      return;
    }
    this.take(event.account, event.access);
    this.takeHeard?.(event.access.token);
  };

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
    this.renewal ??= this.untilRenewed(refused).finally(() => {
      this.renewal = null;
      this.takeHeard = null;
    });
    return this.renewal;
  }

  /** Waits for this tab's turn to ask, or for another tab to say what it was given: a background tab can be slow. */
  private untilRenewed(refused: string | null): Promise<string | null> {
    const heard = new Promise<string>((resolve) => {
      this.takeHeard = resolve;
    });
    const asked = this.surroundings.exclusively(async () => {
      const current = this.access?.token ?? null;
      return current === null || current === refused ? this.askAnew() : current;
    });
    return Promise.race([asked, heard]);
  }

  private async askAnew(): Promise<string | null> {
    const session = await this.surroundings.refresh();
    if (session === null) {
      this.end();
      return null;
    }
    this.accept(session);
    return session.accessToken;
  }

  private take(account: Account, access: Access): void {
    this.access = access;
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

import type { ApiKeyActor, UserActor } from './actor.js';

/** Who stands behind a credential; implemented by the auth module, so that access need not know how. */
export abstract class Authenticator {
  /** @throws AppError `auth.token-invalid` or `auth.token-expired`. */
  abstract userOf(accessToken: string): Promise<UserActor>;

  /** @throws AppError `auth.api-key-invalid`. */
  abstract apiKeyOf(key: string): Promise<ApiKeyActor>;
}

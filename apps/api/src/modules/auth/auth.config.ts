import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../../platform/config/config-section.js';
import { flag, secret, whole } from '../../platform/config/variable-types.js';

export const authConfig = defineConfigSection(
  'auth',
  z.object({
    AUTH_TOKEN_SECRET: secret.describe(
      'Signs access tokens. The same for all processes; a new one sends everybody to refresh their session.',
    ),
    AUTH_TOKEN_TTL_SECONDS: whole(1, 3600).default(900).describe('How long an access token is good, in seconds.'),
    AUTH_SESSION_DAYS: whole(1, 365).default(30).describe('How many days a session lives without being used.'),
    AUTH_COOKIE_SECURE: flag
      .optional()
      .describe('Whether the refresh cookie is sent over HTTPS only; by default in production.'),
  }),
);

export type AuthConfig = ConfigOf<typeof authConfig>;

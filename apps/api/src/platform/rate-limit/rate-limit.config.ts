import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../config/config-section.js';
import { whole } from '../config/variable-types.js';

/** Calls a minute from one address. `credentials`: whatever takes a password. */
export type RateLimitClass = 'read' | 'write' | 'credentials' | 'upload' | 'none';

const perMinute = (what: string, calls: number) =>
  whole(0, 1_000_000).default(calls).describe(`${what} a minute from one address; 0 sets no limit.`);

export const rateLimitConfig = defineConfigSection(
  'rate-limit',
  z.object({
    RATE_LIMIT_READ: perMinute('Reads', 1200),
    RATE_LIMIT_WRITE: perMinute('Changes', 180),
    RATE_LIMIT_CREDENTIALS: perMinute('Sign-ups, logins and password changes', 60),
    RATE_LIMIT_UPLOAD: perMinute('Uploads', 60),
  }),
);

export type RateLimitConfig = ConfigOf<typeof rateLimitConfig>;

import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../config/config-section.js';
import { whole } from '../config/variable-types.js';

export const databaseConfig = defineConfigSection(
  'database',
  z.object({
    DATABASE_URL: z
      .string()
      .refine(
        (value) => /^postgres(?:ql)?:\/\//.test(value) && URL.canParse(value),
        'must be an address like postgresql://user:password@host:5432/name',
      )
      .describe('The PostgreSQL 15 database.'),
    DATABASE_POOL_SIZE: whole(1, 200).default(10).describe('The most connections one process opens.'),
    DATABASE_CONNECT_TIMEOUT_MS: whole(100, 60_000)
      .default(3000)
      .describe('How long a request waits for a connection, in milliseconds.'),
    DATABASE_STATEMENT_TIMEOUT_MS: whole(100, 600_000)
      .default(5000)
      .describe('How long one statement may run, in milliseconds.'),
  }),
);

export type DatabaseConfig = ConfigOf<typeof databaseConfig>;

import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../config/config-section.js';

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export const loggingConfig = defineConfigSection(
  'logging',
  z.object({
    NODE_ENV: z
      .enum(['development', 'production', 'test'])
      .default('development')
      .describe('The kind of environment; production refuses weak secrets and the demo data.'),
    LOG_LEVEL: z
      .enum(levels)
      .optional()
      .describe(
        'The least severe level that is logged; by default debug in development, info in production, warn in tests.',
      ),
    LOG_CONSOLE_LEVEL: z
      .enum(levels)
      .optional()
      .describe('The least severe level on standard output; by default LOG_LEVEL.'),
    LOG_DIR: z
      .string()
      .optional()
      .describe(
        'A folder for log files, rotated daily and at 50 MB, 14 kept; without it logs go to standard output only.',
      ),
  }),
);

export type LoggingConfig = ConfigOf<typeof loggingConfig>;

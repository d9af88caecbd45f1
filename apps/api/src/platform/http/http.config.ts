import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../config/config-section.js';
import { list, port, whole } from '../config/variable-types.js';

export const httpConfig = defineConfigSection(
  'http',
  z.object({
    HOST: z.string().default('0.0.0.0').describe('The address the server listens on.'),
    PORT: port.default(4000).describe('The port the server listens on; 0 takes a free one.'),
    PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe('The address people use, for links in shared pages; by default http://localhost:PORT.'),
    CORS_ORIGINS: list
      .default([])
      .describe('Other origins whose pages may call the API, comma-separated; none by default.'),
    TRUSTED_PROXIES: list
      .default(['loopback'])
      .describe('Proxies whose X-Forwarded-For is believed: addresses, CIDR ranges or loopback, comma-separated.'),
    BODY_LIMIT_BYTES: whole(1024, 10 * 1024 * 1024)
      .default(256 * 1024)
      .describe('The largest JSON body, in bytes.'),
    SHUTDOWN_DELAY_MS: whole(0, 60_000)
      .default(0)
      .describe(
        'How long the server answers "not ready" before it stops listening, so that a balancer notices, in milliseconds.',
      ),
    SHUTDOWN_TIMEOUT_MS: whole(1000, 300_000)
      .default(15_000)
      .describe('How long running requests may take to finish at shutdown, in milliseconds.'),
    WEB_DIR: z.string().optional().describe('The folder of the built web app; without it only the API is served.'),
  }),
);

export type HttpConfig = ConfigOf<typeof httpConfig>;

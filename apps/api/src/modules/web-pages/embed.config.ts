import { z } from 'zod';
import { type ConfigOf, defineConfigSection } from '../../platform/config/config-section.js';

/** `https://host` or `http://host`, with a port where it has one; nothing that could say more in a header. */
function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol } = new URL(text);
  return (protocol === 'https:' || protocol === 'http:') && origin === text;
}

const origins = z
  .string()
  .transform((value) => value.split(/[\s,]+/).filter((item) => item !== ''))
  .refine(
    (items) => items.every(isOrigin),
    'must be origins such as https://blog.example, separated by spaces or commas, without a path',
  );

export const embedConfig = defineConfigSection(
  'embed',
  z.object({
    EMBED_ORIGINS: origins
      .default([])
      .describe(
        'Other sites whose pages may show rooms (/r/...) in an iframe: origins, separated by spaces or commas; none by default.',
      ),
  }),
);

export type EmbedConfig = ConfigOf<typeof embedConfig>;

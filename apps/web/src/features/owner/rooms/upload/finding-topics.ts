import type { MapFinding } from '@virtualcafe/contracts';

/** What a finding is about, in terms that somebody who made or bought a model can act on. */
export const findingTopics = [
  'file',
  'external',
  'size',
  'nodes',
  'triangles',
  'textures',
  'numbers',
  'extension',
  'limit',
  'empty',
  'other',
] as const;
export type FindingTopic = (typeof findingTopics)[number];

// By the words of the codes, the API's own as those of the format's validator; the first that fits.
const patterns: readonly (readonly [RegExp, FindingTopic])[] = [
  [/TIME|MEMORY|WORKER|CRASH/, 'limit'],
  [/EXTERNAL|URI|DATA_URL/, 'external'],
  [/TRIANGLE|VERTICES|FACES/, 'triangles'],
  [/TEXTURE|IMAGE|PIXEL/, 'textures'],
  [/JSON_TOO|JSON_SIZE|TOO_DEEP|NESTING/, 'size'],
  [/NODE|CYCLE|LOOP|HIERARCHY|MESH_REFERENCE|SELF_REFERENCE/, 'nodes'],
  [/NAN|INFINIT|NON_FINITE|BOUNDS|_MIN_|_MAX_|NUMBERS?$/, 'numbers'],
  [/EXTENSION/, 'extension'],
  [/EMPTY|NOTHING|NO_GEOMETRY|NO_MESH/, 'empty'],
  [/GLB|CHUNK|LENGTH|TRUNCATED|HEADER|MAGIC|BUFFER|ACCESSOR|UNREADABLE|JSON/, 'file'],
];

export const topicOf = ({ code }: Pick<MapFinding, 'code'>): FindingTopic => {
  const words = code.toUpperCase().replaceAll(/[^A-Z]+/g, '_');
  return patterns.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
};

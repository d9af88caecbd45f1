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

/** The API's own codes, for which a model is not taken (docs/reference/maps.md). */
const topicOfRefusal: Readonly<Record<string, FindingTopic>> = {
  'map.not-glb': 'file',
  'map.length-differs': 'file',
  'map.json-unreadable': 'file',
  'map.reference-missing': 'file',
  'map.data-beyond-file': 'file',
  'map.unreadable': 'file',
  'map.external-uri': 'external',
  'map.json-too-large': 'size',
  'map.too-deep': 'nodes',
  'map.too-many-nodes': 'nodes',
  'map.node-cycle': 'nodes',
  'map.too-many-triangles': 'triangles',
  'map.too-much-data': 'triangles',
  'map.too-many-textures': 'textures',
  'map.texture-type': 'textures',
  'map.texture-unreadable': 'textures',
  'map.texture-too-large': 'textures',
  'map.extension-unknown': 'extension',
  'map.no-geometry': 'empty',
  'map.too-heavy': 'limit',
  'map.too-slow': 'limit',
  'map.invalid': 'other',
};

// By the words of the codes of the format's validator, of which there are hundreds; the first that fits.
const patterns: readonly (readonly [RegExp, FindingTopic])[] = [
  [/URI|DATA_URI/, 'external'],
  [/TEXTURE|IMAGE|TEXCOORD/, 'textures'],
  [/NODE_LOOP|NODE_PARENT|SCENE|HIERARCHY/, 'nodes'],
  [/NAN|INFINIT|_MIN_|_MAX_|NON_UNIT|NON_NORMALIZED|INVALID_SIGN|MATRIX/, 'numbers'],
  [/EXTENSION/, 'extension'],
  [/EMPTY/, 'empty'],
  [/GLB|CHUNK|LENGTH|BUFFER|ACCESSOR|JSON|EOS/, 'file'],
];

export const topicOf = ({ code }: Pick<MapFinding, 'code'>): FindingTopic =>
  topicOfRefusal[code] ?? patterns.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';

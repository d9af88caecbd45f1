import { describe, expect, it } from 'vitest';
import { findingTopics, topicOf } from './finding-topics.js';

describe('topicOf', () => {
  it.each([
    ['map.length-differs', 'file'],
    ['map.external-uri', 'external'],
    ['map.too-many-triangles', 'triangles'],
    ['map.texture-too-large', 'textures'],
    ['map.node-cycle', 'nodes'],
    ['map.json-too-large', 'size'],
    ['map.too-slow', 'limit'],
    ['ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND', 'numbers'],
    ['ACCESSOR_MAX_MISMATCH', 'numbers'],
    ['IMAGE_UNEXPECTED_EOS', 'textures'],
    ['UNSUPPORTED_EXTENSION', 'extension'],
    ['NODE_LOOP', 'nodes'],
    ['map.something-new', 'other'],
  ])('of %s is %s', (code, topic) => {
    expect(topicOf({ code })).toBe(topic);
    expect(findingTopics).toContain(topic);
  });
});

import { describe, expect, it } from 'vitest';
import { findingTopics, topicOf } from './finding-topics.js';

describe('topicOf', () => {
  it.each([
    ['map.truncated', 'file'],
    ['map.external-uri', 'external'],
    ['map.too-many-triangles', 'triangles'],
    ['map.texture-too-large', 'textures'],
    ['map.node-cycle', 'nodes'],
    ['map.json-too-large', 'size'],
    ['map.time-limit', 'limit'],
    ['ACCESSOR_ELEMENT_OUT_OF_MAX_BOUND', 'numbers'],
    ['UNSUPPORTED_EXTENSION', 'extension'],
    ['something-new', 'other'],
  ])('of %s is %s', (code, topic) => {
    expect(topicOf({ code })).toBe(topic);
    expect(findingTopics).toContain(topic);
  });
});

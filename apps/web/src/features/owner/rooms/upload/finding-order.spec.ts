import type { MapFinding } from '@virtualcafe/contracts';
import { describe, expect, it } from 'vitest';
import { gravestFirst } from './finding-order.js';

const finding = (severity: MapFinding['severity'], code: string, pointer = ''): MapFinding => ({
  severity,
  code,
  pointer,
  message: code,
});

describe('gravestFirst', () => {
  it('puts errors first, keeps the order of equals and names each once', () => {
    const found = [
      finding('info', 'a'),
      finding('error', 'b', '/nodes/1'),
      finding('warning', 'c'),
      finding('error', 'b', '/nodes/2'),
      finding('error', 'b', '/nodes/1'),
    ];
    expect(gravestFirst(found).map(({ code, pointer }) => code + pointer)).toEqual([
      'b/nodes/1',
      'b/nodes/2',
      'c',
      'a',
    ]);
  });
});

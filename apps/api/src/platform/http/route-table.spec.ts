import fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { RouteTable } from './route-table.js';

describe('RouteTable', () => {
  const server = fastify();
  const table = new RouteTable(server);
  const handler = () => 'ok';
  server.get('/api/cafes', handler);
  server.post('/api/cafes', handler);
  server.patch('/api/cafes/:code', handler);
  server.get('/files/*', handler);

  it('tells the methods of a path, parameters filled in', () => {
    expect(table.methodsAt('/api/cafes')).toEqual(['GET', 'HEAD', 'POST']);
    expect(table.methodsAt('/api/cafes/one')).toEqual(['PATCH']);
  });

  it('knows nothing of other paths, and no catch-all', () => {
    for (const path of ['/api', '/api/cafes/', '/api/cafes/one/two', '/files/a', '/api/cafesX']) {
      expect(table.methodsAt(path)).toEqual([]);
    }
  });

  it('takes in routes that are registered later', () => {
    server.get('/late', handler);
    expect(table.methodsAt('/late')).toEqual(['GET', 'HEAD']);
  });
});

import { expect, it } from 'vitest';
import { acceptsGzip } from './accepts-gzip.js';

it.each(['gzip', 'gzip, deflate, br, zstd', 'br;q=1.0, gzip;q=0.8, *;q=0.1', 'deflate,GZIP ; q=0.01', 'gzip;q=1'])(
  'takes %j for a client that reads gzip',
  (acceptEncoding) => expect(acceptsGzip(acceptEncoding)).toBe(true),
);

it.each([undefined, '', 'identity', 'br', '*', 'gzip;q=0', 'br, gzip; q=0.000', 'x-gzip', 'gzipped'])(
  'sends %j what is not compressed',
  (acceptEncoding) => expect(acceptsGzip(acceptEncoding)).toBe(false),
);

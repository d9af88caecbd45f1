import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpConfig } from './http.config.js';

/** The origin that people use, without a slash at its end; while none is configured, this machine's. */
export const publicOriginOf = ({ PUBLIC_URL }: HttpConfig, server: Server): string =>
  PUBLIC_URL?.replace(/\/+$/, '') ?? `http://localhost:${(server.address() as AddressInfo).port}`;

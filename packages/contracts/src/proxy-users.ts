import { z } from 'zod';
import { id, instant } from './identifiers.js';
import { pageOf, pageQuery } from './pagination.js';
import { line } from './text.js';

/** The outside world that a player comes from. */
export const proxyUserTypes = ['ETC', 'WEB', 'ZEPETO', 'WEB_VIEWER'] as const;
export const proxyUserType = z.enum(proxyUserTypes).meta({ id: 'ProxyUserType' });
export type ProxyUserType = z.infer<typeof proxyUserType>;

/** The outside world's own id of a player, unique within its type; it stands in addresses. */
export const memberId = z.string().regex(/^[A-Za-z0-9._@:+~-]{1,100}$/, 'letters, digits and . _ @ : + ~ -');

/** What an outside world tells of a player; the name is kept up to date. */
export const proxyUserRequest = z.strictObject({ displayName: line(1, 60) }).meta({ id: 'ProxyUserRequest' });

export const proxyUser = z
  .object({ id, type: proxyUserType, memberId: z.string(), displayName: z.string(), linkedAt: instant.nullable() })
  .meta({ id: 'ProxyUser' });
export const proxyUserList = z.object({ items: z.array(proxyUser) }).meta({ id: 'ProxyUserList' });

/** `user` is the account it is linked to. */
export const managedProxyUser = proxyUser
  .extend({
    isDisabled: z.boolean(),
    user: z.object({ id, nickname: z.string() }).nullable(),
    wishCount: z.int(),
    createdAt: instant,
    updatedAt: instant,
  })
  .meta({ id: 'ManagedProxyUser' });
export const managedProxyUserPage = pageOf(managedProxyUser).meta({ id: 'ManagedProxyUserPage' });

const flag = z.enum(['true', 'false']);

/** `q` is a part of the display name, or the whole member id. */
export const proxyUserListQuery = pageQuery.extend({
  q: line(1, 100).optional(),
  type: proxyUserType.optional(),
  isLinked: flag.optional(),
  isDisabled: flag.optional(),
});

export const updateProxyUserRequest = z
  .strictObject({ isDisabled: z.boolean() })
  .meta({ id: 'UpdateProxyUserRequest' });

/** Shown to the player by the outside world, entered by them here; good once, for ten minutes. */
export const linkCode = z.object({ code: z.string(), expiresAt: instant }).meta({ id: 'LinkCode' });

/** The code as people type it: hyphens, spaces and small letters are taken too. */
export const linkProxyUserRequest = z.strictObject({ code: line(1, 40) }).meta({ id: 'LinkProxyUserRequest' });

export type ProxyUserRequest = z.infer<typeof proxyUserRequest>;
export type ProxyUser = z.infer<typeof proxyUser>;
export type ProxyUserList = z.infer<typeof proxyUserList>;
export type ManagedProxyUser = z.infer<typeof managedProxyUser>;
export type ManagedProxyUserPage = z.infer<typeof managedProxyUserPage>;
export type ProxyUserListQuery = z.infer<typeof proxyUserListQuery>;
export type UpdateProxyUserRequest = z.infer<typeof updateProxyUserRequest>;
export type LinkCode = z.infer<typeof linkCode>;
export type LinkProxyUserRequest = z.infer<typeof linkProxyUserRequest>;

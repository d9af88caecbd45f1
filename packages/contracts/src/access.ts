import { z } from 'zod';

export const userTypes = ['GENERAL', 'BUSINESS', 'MANAGER', 'ADMIN'] as const;
export const userType = z.enum(userTypes).meta({ id: 'UserType' });
export type UserType = z.infer<typeof userType>;

export const apiScopes = [
  'cafes:read',
  'coupons:issue',
  'coupons:redeem',
  'products:read',
  'proxy-users:link',
  'viewers:read',
  'wishes:write',
] as const;
export const apiScope = z.enum(apiScopes).meta({ id: 'ApiScope' });
export type ApiScope = z.infer<typeof apiScope>;

/** Who may attempt an action. Whether they may do it to this café or that one is the service's first line. */
export type ActionRule = { readonly userTypes: readonly UserType[]; readonly scope?: ApiScope };

const everyUser = userTypes;
const cafeKeepers = ['BUSINESS', 'ADMIN'] as const;
const admins = ['ADMIN'] as const;
const moderators = ['MANAGER', 'ADMIN'] as const;
/** Nobody who signs in: outside worlds, by their key. */
const partnersOnly = [] as const;
const orderKeepers = ['BUSINESS', 'MANAGER', 'ADMIN'] as const;

const define = <const T extends Record<string, ActionRule>>(rules: T): T => rules;

/** Every action of the system and who may attempt it; the API's guard and the web's menus read this table. */
export const actions = define({
  'account.read': { userTypes: everyUser },
  'account.change-password': { userTypes: everyUser },
  'user.list': { userTypes: admins },
  'user.read': { userTypes: admins },
  'user.update': { userTypes: admins },
  'api-key.list': { userTypes: admins },
  'api-key.create': { userTypes: admins },
  'api-key.revoke': { userTypes: admins },
  'region.create': { userTypes: admins },
  'region.update': { userTypes: admins },
  'region.manage': { userTypes: admins },
  'cafe.create': { userTypes: cafeKeepers },
  'cafe.manage': { userTypes: cafeKeepers, scope: 'cafes:read' },
  'cafe.update': { userTypes: cafeKeepers },
  'cafe.update-images': { userTypes: cafeKeepers },
  'cafe.update-links': { userTypes: cafeKeepers },
  'cafe.update-owners': { userTypes: admins },
  'cafe.read-figures': { userTypes: cafeKeepers },
  'product-category.create': { userTypes: admins },
  'product-category.update': { userTypes: admins },
  'product-category.delete': { userTypes: admins },
  'product-category.manage': { userTypes: admins },
  'product.create': { userTypes: cafeKeepers },
  'product.manage': { userTypes: cafeKeepers },
  'product.update': { userTypes: cafeKeepers },
  'product.update-images': { userTypes: cafeKeepers },
  'product.bulk-update': { userTypes: admins },
  'product.showcase': { userTypes: cafeKeepers, scope: 'products:read' },
  'wish.list': { userTypes: everyUser },
  'wish.update': { userTypes: everyUser },
  'proxy-wish.list': { userTypes: partnersOnly, scope: 'wishes:write' },
  'proxy-wish.update': { userTypes: partnersOnly, scope: 'wishes:write' },
  'proxy-user.issue-link-code': { userTypes: partnersOnly, scope: 'proxy-users:link' },
  'proxy-user.link': { userTypes: everyUser },
  'proxy-user.list': { userTypes: admins },
  'proxy-user.update': { userTypes: admins },
  'image.upload': { userTypes: everyUser },
  'image.read': { userTypes: everyUser },
  'image.update': { userTypes: moderators },
  'viewer.list': { userTypes: admins, scope: 'viewers:read' },
  'viewer.manage': { userTypes: cafeKeepers },
  'viewer.create': { userTypes: cafeKeepers },
  'viewer.update': { userTypes: cafeKeepers },
  'viewer.list-bans': { userTypes: orderKeepers },
  'board.create': { userTypes: everyUser },
  'board.manage': { userTypes: everyUser },
  'board.update': { userTypes: everyUser },
  'board.delete': { userTypes: everyUser },
  'reply.create': { userTypes: everyUser },
  'reply.manage': { userTypes: everyUser },
  'reply.update': { userTypes: everyUser },
  'reply.delete': { userTypes: everyUser },
  'notice.manage': { userTypes: admins },
  'notice.create': { userTypes: admins },
  'notice.update': { userTypes: admins },
  'notice.delete': { userTypes: admins },
  'ban.list': { userTypes: moderators },
  'ban.impose': { userTypes: moderators },
  'ban.lift': { userTypes: orderKeepers },
  'report.list': { userTypes: moderators },
  'report.handle': { userTypes: moderators },
  'transaction-log.list': { userTypes: admins },
});

export type Action = keyof typeof actions;

/** The actions a user of this type may attempt, sent to the client as its abilities. */
export const abilitiesOf = (type: UserType): Action[] =>
  (Object.keys(actions) as Action[]).filter((action) => actions[action].userTypes.some((allowed) => allowed === type));

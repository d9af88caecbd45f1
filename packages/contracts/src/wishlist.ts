import { z } from 'zod';
import { id, instant } from './identifiers.js';
import { pageOf, pageQuery } from './pagination.js';
import { productCode, productSummary } from './products.js';
import { proxyUserType } from './proxy-users.js';

/** The most products one may have on a wish list. */
export const maxWishes = 1000;

/** `product` is null when visitors do not see it any more: its name is all that is left of it. */
export const proxyWish = z
  .object({
    code: productCode,
    name: z.string(),
    wishedAt: instant,
    product: productSummary.nullable(),
  })
  .meta({ id: 'ProxyWish' });
export const proxyWishPage = pageOf(proxyWish).meta({ id: 'ProxyWishPage' });

/** A product that a user or an outside player of theirs wishes; `isOwn`: the user themselves does. */
export const wish = proxyWish
  .extend({
    isOwn: z.boolean(),
    proxyUsers: z.array(z.object({ id, type: proxyUserType, displayName: z.string() })),
  })
  .meta({ id: 'Wish' });
export const wishPage = pageOf(wish).meta({ id: 'WishPage' });

export const wishListQuery = pageQuery;

/** The products of one's wish list, to mark them wherever they are shown. */
export const wishedProducts = z.object({ codes: z.array(productCode) }).meta({ id: 'WishedProducts' });

export type ProxyWish = z.infer<typeof proxyWish>;
export type ProxyWishPage = z.infer<typeof proxyWishPage>;
export type Wish = z.infer<typeof wish>;
export type WishPage = z.infer<typeof wishPage>;
export type WishListQuery = z.infer<typeof wishListQuery>;
export type WishedProducts = z.infer<typeof wishedProducts>;

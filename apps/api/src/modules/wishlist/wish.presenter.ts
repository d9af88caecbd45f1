import type { ProxyWish, Wish } from '@virtualcafe/contracts';
import { presentProductSummary } from '../products/product.presenter.js';
import type { ProxyWishRecord, WishRecord } from './wishes.repository.js';

export const presentProxyWish = (wish: ProxyWishRecord): ProxyWish => ({
  code: wish.code,
  name: wish.name,
  wishedAt: new Date(wish.wishedAt).toISOString(),
  product: wish.product === null ? null : presentProductSummary(wish.product),
});

export const presentWish = (wish: WishRecord): Wish => ({
  ...presentProxyWish(wish),
  isOwn: wish.isOwn,
  proxyUsers: wish.proxyUsers.map(({ id, type, displayName }) => ({ id, type, displayName })),
});

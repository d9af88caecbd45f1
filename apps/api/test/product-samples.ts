import { randomBytes } from 'node:crypto';
import { createCategory } from './product-scene.js';
import { insertProxyUser } from './proxy-user-scene.js';
import type { Sample, WalkScene } from './walk-scene.js';

const fresh = (): string => randomBytes(5).toString('hex');

/** Of categories, products, wishes, players of outside worlds and a café's figures. */
export const productSamples: Readonly<Record<string, (scene: WalkScene) => Sample | Promise<Sample>>> = {
  listProductCategories: () => ({}),
  listProductCategoriesOfCafe: ({ cafeCode }) => ({ params: { code: cafeCode } }),
  listManagedProductCategories: () => ({}),
  getManagedProductCategory: ({ categoryCode }) => ({ params: { code: categoryCode } }),
  createProductCategory: () => ({ options: { body: { code: `walk-${fresh()}`, name: fresh() } } }),
  updateProductCategory: async ({ app, adminToken, categoryCode }) => {
    const path = `/api/v1/product-categories/managed/${categoryCode}`;
    const category = await app.call('GET', path, { token: adminToken });
    return {
      params: { code: categoryCode },
      options: { body: { name: fresh() }, headers: { 'if-match': category.headers.get('etag') ?? '' } },
    };
  },
  deleteProductCategory: async ({ app, adminToken }) => ({
    params: { code: (await createCategory(app, adminToken)).code },
  }),
  listProducts: () => ({}),
  getProduct: ({ productCode }) => ({ params: { code: productCode } }),
  listManagedProducts: () => ({}),
  getManagedProduct: ({ productCode }) => ({ params: { code: productCode } }),
  createProduct: ({ cafeId, categoryId }) => ({
    options: { body: { code: `walk-${fresh()}`, name: '라떼', cafeId, categoryId, price: 5000 } },
  }),
  updateProduct: async ({ app, adminToken, productCode }) => {
    const product = await app.call('GET', `/api/v1/me/products/${productCode}`, { token: adminToken });
    return {
      params: { code: productCode },
      options: { body: { name: fresh() }, headers: { 'if-match': product.headers.get('etag') ?? '' } },
    };
  },
  replaceProductImages: ({ productCode, imageId }) => ({
    params: { code: productCode },
    options: { body: { imageIds: [imageId] } },
  }),
  bulkUpdateProducts: ({ productId }) => ({ options: { body: { ids: [productId], isDisabled: false } } }),
  getShowcase: ({ cafeCode }) => ({ params: { code: cafeCode } }),
  listWishes: () => ({}),
  listWishedProductCodes: () => ({}),
  addWish: ({ productCode }) => ({ params: { code: productCode } }),
  removeWish: ({ productCode }) => ({ params: { code: productCode } }),
  listProxyWishes: async ({ app }) => ({
    params: { type: 'ETC', memberId: (await insertProxyUser(app)).memberId },
  }),
  addProxyWish: ({ productCode }) => ({
    params: { type: 'ETC', memberId: fresh(), code: productCode },
    options: { body: { displayName: '손님' } },
  }),
  removeProxyWish: async ({ app, productCode }) => ({
    params: { type: 'ETC', memberId: (await insertProxyUser(app)).memberId, code: productCode },
  }),
  issueLinkCode: () => ({
    params: { type: 'ETC', memberId: fresh() },
    options: { body: { displayName: '손님' } },
  }),
  listProxyUsers: () => ({}),
  getProxyUser: async ({ app }) => ({ params: { id: (await insertProxyUser(app)).id } }),
  updateProxyUser: async ({ app, adminToken }) => {
    const { id } = await insertProxyUser(app);
    const player = await app.call('GET', `/api/v1/proxy-users/${id}`, { token: adminToken });
    return {
      params: { id },
      options: { body: { isDisabled: true }, headers: { 'if-match': player.headers.get('etag') ?? '' } },
    };
  },
  listOwnProxyUsers: () => ({}),
  // A code of nobody: that one links is shown in modules/proxy-users.
  linkProxyUser: () => ({ options: { body: { code: '00000-00000' } } }),
  unlinkProxyUser: async ({ app, ownerId }) => ({ params: { id: (await insertProxyUser(app, ownerId)).id } }),
  getCafeFigures: ({ cafeCode }) => ({ params: { code: cafeCode } }),
  countCafeVisit: ({ cafeCode }) => ({ params: { code: cafeCode } }),
};

import type { ManagedProductCategory, ProductCategory } from '@virtualcafe/contracts';
import type { PlacedCategory } from './product-category.rules.js';

export const presentCategory = (category: PlacedCategory): ProductCategory => ({
  id: category.id,
  code: category.code,
  parentId: category.parentId,
  name: category.name,
  productCount: category.productCount,
});

export const presentManagedCategory = (category: PlacedCategory): ManagedProductCategory => ({
  ...presentCategory(category),
  isDisabled: category.isDisabled,
  createdAt: category.createdAt.toISOString(),
  updatedAt: category.updatedAt.toISOString(),
});

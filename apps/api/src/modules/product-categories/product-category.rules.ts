import type { UpdateProductCategoryRequest } from '@virtualcafe/contracts';
import { arrangeTree } from '../../platform/trees/arrange-tree.js';

interface CategoryNode {
  readonly id: string;
  readonly code: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly priority: number;
  readonly isDisabled: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface TreeCategory extends CategoryNode {
  /** Products of this very category that visitors may see if they see the category. */
  readonly ownProductCount: number;
}

/** A category as the tree makes it. */
export interface PlacedCategory extends CategoryNode {
  /** Products of the subtree that visitors see. */
  readonly productCount: number;
}

export interface ArrangedCategory extends PlacedCategory {
  /** Disabled, or under one that is. */
  readonly isHidden: boolean;
}

const compareSiblings = (one: TreeCategory, other: TreeCategory): number =>
  one.priority - other.priority || (one.id < other.id ? -1 : 1);

/** The whole tree in reading order: each category is followed by its subtree. */
export const arrangeCategories = (categories: readonly TreeCategory[]): ArrangedCategory[] =>
  arrangeTree(categories, { compareSiblings, ownCount: ({ ownProductCount }) => ownProductCount }).map(
    ({ node, isHidden, count }) => ({ ...node, isHidden, productCount: count }),
  );

/** What an administrator sets of a category; `position` counts from 0 among its siblings. */
export interface CategoryFields {
  readonly name: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly isDisabled: boolean;
}

/** Where it stands after the edit: fields that the request leaves out stay, and under a new parent it is the last unless told otherwise. */
export function applyCategoryEdit(
  current: CategoryFields,
  request: UpdateProductCategoryRequest,
  countOfOthers: number,
): CategoryFields {
  const { name = current.name, parentId = current.parentId, isDisabled = current.isDisabled } = request;
  const usual = parentId === current.parentId ? current.position : countOfOthers;
  return { name, parentId, isDisabled, position: Math.min(request.position ?? usual, countOfOthers) };
}

/** `ids` with `id` at the place `position`. */
export const withPlaced = (ids: readonly string[], id: string, position: number): string[] => [
  ...ids.slice(0, position),
  id,
  ...ids.slice(position),
];

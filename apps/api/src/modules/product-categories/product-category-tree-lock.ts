/** Held alone by whoever changes the category tree, so that the closure, the parents and the order of siblings always tell of one tree. */
export const productCategoryTreeLock = 'product-category-tree';

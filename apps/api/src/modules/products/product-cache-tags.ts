/** The lists of products. */
export const productListTag = 'products';

/** The page of one product. */
export const productPageTag = (code: string): string => `product:${code}`;

/** The category tree: it counts products. */
export const productCategoryTreeTag = 'product-categories';

/** What products tell of categories and are hidden by: names, places in the tree, enabled or not. */
export const productCategoryTag = 'product-category-facts';

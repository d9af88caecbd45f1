import type { CafeLabel, ProductCategoryLabel, ProductLink } from '@virtualcafe/contracts';
import type { PresentableImage } from '../image-upload/image.presenter.js';

// What the read queries (`product-read.sql.ts`) answer: instants as PostgreSQL writes them in JSON.

/** One product of a list. */
export interface ProductSummaryRecord {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly price: number;
  readonly originalPrice: number | null;
  readonly stockQuantity: number | null;
  readonly isAvailable: boolean;
  readonly isSignature: boolean;
  readonly cafe: CafeLabel;
  readonly category: ProductCategoryLabel;
  readonly thumbnail: PresentableImage | null;
}

/** One product with all that visitors see. */
export interface ProductPageRecord extends ProductSummaryRecord {
  readonly description: string;
  readonly minOrderQuantity: number;
  /** Root first. */
  readonly categoryPath: readonly ProductCategoryLabel[];
  readonly images: readonly PresentableImage[];
  readonly links: readonly ProductLink[];
  readonly updatedAt: string;
}

/** What only its keepers see of a product. */
export interface ProductKeepersRecord {
  readonly isDisabled: boolean;
  readonly isListed: boolean;
  readonly wishCount: number;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export type ManagedSummaryRecord = ProductSummaryRecord & ProductKeepersRecord;
export type ManagedPageRecord = ProductPageRecord & ProductKeepersRecord;

import type {
  CafeLabel,
  ManagedProduct,
  ManagedProductSummary,
  Product,
  ProductCategoryLabel,
  ProductSummary,
  ShowcaseProduct,
} from '@virtualcafe/contracts';
import { type PresentableImage, presentImage } from '../image-upload/image.presenter.js';
import type {
  ManagedPageRecord,
  ManagedSummaryRecord,
  ProductKeepersRecord,
  ProductPageRecord,
  ProductSummaryRecord,
} from './product-records.js';

export const presentCafeLabel = ({ id, code, name }: CafeLabel): CafeLabel => ({ id, code, name });
const presentCategoryLabel = ({ id, code, name }: ProductCategoryLabel): ProductCategoryLabel => ({ id, code, name });

export const presentProductSummary = (product: ProductSummaryRecord): ProductSummary => ({
  id: product.id,
  code: product.code,
  name: product.name,
  price: product.price,
  originalPrice: product.originalPrice,
  isAvailable: product.isAvailable,
  isSoldOut: product.stockQuantity === 0,
  isSignature: product.isSignature,
  cafe: presentCafeLabel(product.cafe),
  category: presentCategoryLabel(product.category),
  thumbnail: product.thumbnail === null ? null : presentImage(product.thumbnail),
});

export const presentProduct = (product: ProductPageRecord): Product => ({
  ...presentProductSummary(product),
  description: product.description,
  stockQuantity: product.stockQuantity,
  minOrderQuantity: product.minOrderQuantity,
  categoryPath: product.categoryPath.map(presentCategoryLabel),
  images: product.images.map(presentImage),
  links: product.links.map(({ label, url }) => ({ label, url })),
  updatedAt: toInstant(product.updatedAt),
});

const presentKeepersFacts = (product: ProductKeepersRecord) => ({
  isDisabled: product.isDisabled,
  isListed: product.isListed,
  wishCount: product.wishCount,
  createdAt: toInstant(product.createdAt),
  updatedAt: toInstant(product.updatedAt),
});

export const presentManagedSummary = (product: ManagedSummaryRecord): ManagedProductSummary => ({
  ...presentProductSummary(product),
  ...presentKeepersFacts(product),
  stockQuantity: product.stockQuantity,
});

export const presentManagedProduct = (product: ManagedPageRecord): ManagedProduct => ({
  ...presentProduct(product),
  ...presentKeepersFacts(product),
});

/** For an outside world: `origin` stands before every address. */
export const presentShowcaseProduct = (product: ProductPageRecord, origin: string): ShowcaseProduct => ({
  code: product.code,
  name: product.name,
  description: product.description,
  price: product.price,
  originalPrice: product.originalPrice,
  stockQuantity: product.stockQuantity,
  minOrderQuantity: product.minOrderQuantity,
  isAvailable: product.isAvailable,
  isSoldOut: product.stockQuantity === 0,
  isSignature: product.isSignature,
  category: presentCategoryLabel(product.category),
  images: product.images.map((image) => presentShowcaseImage(image, image.id === product.thumbnail?.id, origin)),
  links: product.links.map(({ label, url }) => ({ label, url })),
});

function presentShowcaseImage(
  image: PresentableImage,
  isThumbnail: boolean,
  origin: string,
): ShowcaseProduct['images'][number] {
  const { url, thumbnailUrl, width, height } = presentImage(image);
  return { url: origin + url, thumbnailUrl: origin + thumbnailUrl, width, height, isThumbnail };
}

const toInstant = (written: string): string => new Date(written).toISOString();

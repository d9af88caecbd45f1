import { type CreateProductRequest, type FieldError, maxAmount } from '@virtualcafe/contracts';
import { AppError } from '../../platform/errors/app-error.js';

/** What a keeper sets of a product. */
export type ProductFields = Omit<CreateProductRequest, 'code' | 'cafeId'> & { readonly isDisabled: boolean };

type Amounts = Pick<ProductFields, 'price' | 'originalPrice' | 'stockQuantity' | 'minOrderQuantity'>;

const leastOf: Record<keyof Amounts, number> = { price: 0, originalPrice: 0, stockQuantity: 0, minOrderQuantity: 1 };

/** @throws AppError `product.amount-refused` that names every amount which a product cannot have. */
export function assertAmounts(amounts: Amounts): void {
  const errors = Object.entries(leastOf)
    .filter(([field, least]) => !isAmount(amounts[field as keyof Amounts], least))
    .map(([field, least]) => refusal(field, `must be a whole number from ${least} to ${maxAmount}`));
  const { price, originalPrice } = amounts;
  if (errors.length === 0 && originalPrice !== null && originalPrice < price)
    errors.push(refusal('originalPrice', 'must not be below the price'));
  if (errors.length > 0) throw new AppError('product.amount-refused', { errors });
}

const isAmount = (value: number | null, least: number): boolean =>
  value === null || (Number.isInteger(value) && value >= least && value <= maxAmount);

const refusal = (field: string, message: string): FieldError => ({ pointer: `/${field}`, in: 'body', message });

/** A product's images in their order, and which of them stands for it. */
export interface PlacedImages {
  readonly imageIds: readonly string[];
  readonly thumbnailId: string | null;
}

/** The first image stands for the product unless another is named. */
export const chooseThumbnail = ({ imageIds, thumbnailId }: PlacedImages): PlacedImages => ({
  imageIds,
  thumbnailId: thumbnailId ?? imageIds[0] ?? null,
});

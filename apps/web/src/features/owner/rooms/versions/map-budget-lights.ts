import type { ManagedViewerMap, MapBudget } from '@virtualcafe/contracts';

export const measuredFigures = ['sizeBytes', 'triangles', 'drawCalls', 'textureBytes'] as const;
export type MeasuredFigure = (typeof measuredFigures)[number];

/** `good`: smooth on an ordinary phone. `fair`: smooth on newer ones. `poor`: will stutter, or not open, on many. */
export type BudgetLight = 'good' | 'fair' | 'poor';

const megabyte = 1024 * 1024;

/** The most a figure may be for each light, for what phones are given. */
export const phoneBudget: Record<MeasuredFigure, { readonly good: number; readonly fair: number }> = {
  // What a mobile connection of 20 Mbit/s fetches in 2 and in 6 seconds.
  sizeBytes: { good: 5 * megabyte, fair: 15 * megabyte },
  triangles: { good: 150_000, fair: 400_000 },
  drawCalls: { good: 100, fair: 250 },
  textureBytes: { good: 64 * megabyte, fair: 160 * megabyte },
};

export const lightOf = (figure: MeasuredFigure, value: number): BudgetLight => {
  const { good, fair } = phoneBudget[figure];
  if (value <= good) return 'good';
  return value <= fair ? 'fair' : 'poor';
};

export type LitFigure = { readonly figure: MeasuredFigure; readonly value: number; readonly light: BudgetLight };

/** The figures of what phones are given of a map, each with its light; empty until it has been measured. */
export function litFigures(map: Pick<ManagedViewerMap, 'report' | 'variants'>): LitFigure[] {
  const budget = phoneBudgetOf(map);
  if (budget === null) return [];
  const values: Record<MeasuredFigure, number | null> = {
    sizeBytes: downloadSizeOf(map, 'MOBILE'),
    triangles: budget.triangles,
    drawCalls: budget.drawCalls,
    textureBytes: budget.textureBytes,
  };
  return measuredFigures.flatMap((figure) => {
    const value = values[figure];
    return value === null ? [] : [{ figure, value, light: lightOf(figure, value) }];
  });
}

/** The worst of the lights; null for a map without figures. */
export function worstLight(figures: readonly LitFigure[]): BudgetLight | null {
  if (figures.length === 0) return null;
  return (['poor', 'fair'] as const).find((light) => figures.some((each) => each.light === light)) ?? 'good';
}

function phoneBudgetOf({ report }: Pick<ManagedViewerMap, 'report'>): MapBudget | null {
  if (report === null) return null;
  const { original, desktop, mobile } = report.budget;
  return mobile ?? desktop ?? original;
}

/** Bytes that a device of this kind downloads; what was not made for it, it gets from the next larger. Null without any file. */
export function downloadSizeOf(
  { variants }: Pick<ManagedViewerMap, 'variants'>,
  device: 'DESKTOP' | 'MOBILE',
): number | null {
  const fitting =
    device === 'MOBILE' ? (['MOBILE', 'DESKTOP', 'ORIGINAL'] as const) : (['DESKTOP', 'ORIGINAL'] as const);
  const sizes = fitting.map((wanted) => variants.find(({ variant }) => variant === wanted)?.sizeBytes);
  return sizes.find((size) => size !== undefined) ?? null;
}

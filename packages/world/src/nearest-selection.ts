/**
 * Moves the `count` smallest of the first `length` distances, and their slots with them, to the front, in no order
 * (Hoare's selection).
 */
export function selectSmallest(distances: Float32Array, slots: Int32Array, length: number, count: number): void {
  let left = 0;
  let right = length - 1;
  const wanted = count - 1;
  while (left < right) {
    const { low, high } = partition(distances, slots, left, right);
    if (wanted <= high) right = high;
    else if (wanted >= low) left = low;
    else return;
  }
}

/** Moves what is smaller than some value between `left` and `right` to the left of `low`, what is larger to the right of `high`. */
function partition(
  distances: Float32Array,
  slots: Int32Array,
  left: number,
  right: number,
): { low: number; high: number } {
  const pivot = distances[(left + right) >>> 1] ?? 0;
  let low = left;
  let high = right;
  while (low <= high) {
    while ((distances[low] ?? 0) < pivot) low += 1;
    while ((distances[high] ?? 0) > pivot) high -= 1;
    if (low > high) break;
    swap(distances, slots, low, high);
    low += 1;
    high -= 1;
  }
  return { low, high };
}

function swap(distances: Float32Array, slots: Int32Array, one: number, other: number): void {
  const distance = distances[one] ?? 0;
  distances[one] = distances[other] ?? 0;
  distances[other] = distance;
  const slot = slots[one] ?? 0;
  slots[one] = slots[other] ?? 0;
  slots[other] = slot;
}

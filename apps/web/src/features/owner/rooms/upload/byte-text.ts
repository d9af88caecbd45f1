const units = ['B', 'kB', 'MB', 'GB'] as const;

/** Bytes in the unit that gives them one to three digits before the point: 1.5 MB, 320 kB. Units of 1024. */
export function byteText(bytes: number, language: string): string {
  let [value, unit] = [bytes, 0];
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = value < 10 && unit > 0 ? 1 : 0;
  return `${new Intl.NumberFormat(language, { maximumFractionDigits: digits }).format(value)} ${units[unit]}`;
}

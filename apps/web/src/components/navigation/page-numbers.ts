/** The page numbers to offer: first, last and those around the current one; null stands for a gap. */
export function pageNumbers(current: number, last: number): (number | null)[] {
  const near = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(near)].sort((a, b) => a - b);
  return pages.flatMap((page, index) => {
    const previous = pages[index - 1];
    if (previous === undefined || page === previous + 1) return [page];
    // A gap of one page is that page: "1 … 3" would be longer than "1 2 3".
    return page === previous + 2 ? [page - 1, page] : [null, page];
  });
}

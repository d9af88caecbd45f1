/** localStorage that may be forbidden or full: reading then gives null and writing does nothing. */
export function readText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // The browser forbids storage; a preference is then simply not kept.
    return null;
  }
}

export function writeText(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // As above: the choice holds until the page is left.
  }
}

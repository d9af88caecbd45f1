/** Hands a file to the visitor under a name. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to save it by then, also a large one.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

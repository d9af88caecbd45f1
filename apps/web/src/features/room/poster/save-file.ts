/** Hands a file to the visitor under a name. */
export function saveFile(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** An SVG as PNG of so many pixels each way; null when the browser cannot make it. */
export async function pngOf(svg: string, sizePixels: number): Promise<Blob | null> {
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image(sizePixels, sizePixels);
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = sizePixels;
    canvas.height = sizePixels;
    canvas.getContext('2d')?.drawImage(image, 0, 0, sizePixels, sizePixels);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(url);
  }
}

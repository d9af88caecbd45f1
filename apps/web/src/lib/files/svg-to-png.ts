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

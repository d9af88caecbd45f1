import type { Page } from '@playwright/test';

/** A JPEG photo that the browser itself has drawn: coloured grain, so that it is as large as a photo of that size is. */
export async function grainyJpeg(page: Page, width: number, height: number): Promise<Buffer> {
  const dataUrl = await page.evaluate(
    ([widthPx, heightPx]) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: widthPx, height: heightPx });
      const context = canvas.getContext('2d');
      const picture = new ImageData(widthPx, heightPx);
      for (let index = 0; index < picture.data.length; index += 1) picture.data[index] = Math.random() * 256;
      context?.putImageData(picture, 0, 0);
      return canvas.toDataURL('image/jpeg', 0.8);
    },
    [width, height] as const,
  );
  return Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64');
}

/** Makes sending slow, so that there is progress to see. */
export async function slowUploads(page: Page, bytesPerSecond: number): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond,
  });
}

/** From now on remembers what the progress bar of that name shows, in percent; gives a way to read it. */
export async function watchProgress(page: Page, name: string): Promise<() => Promise<number[]>> {
  const shown = await page.evaluateHandle((label) => {
    const percents: number[] = [];
    const look = (): void => {
      const bar = [...document.querySelectorAll('progress')].find(({ ariaLabel }) => ariaLabel === label);
      if (bar?.hasAttribute('value')) percents.push(bar.value);
    };
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
    return percents;
  }, name);
  return () => shown.jsonValue();
}

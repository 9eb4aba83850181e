/** Whether something still looks as it did: browsers draw the same thing with slightly other edges each time. */
import type { Page } from 'puppeteer-core';
import type { Spot } from './attack.ts';

/** A picture of the control, as a PNG in base64; the window keeps its size for it. */
export function pictureOf(page: Page, { box }: Spot): Promise<string> {
  return page.screenshot({ clip: box, encoding: 'base64', captureBeyondViewport: false });
}

/** Mean difference of two pictures, of 255. */
export function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const pixels = await Promise.all(
        pictures.map(async (picture) => {
          const bytes = Uint8Array.from(atob(picture), (byte) => byte.charCodeAt(0));
          const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
          const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
          drawing?.drawImage(bitmap, 0, 0);
          return drawing?.getImageData(0, 0, bitmap.width, bitmap.height).data ?? new Uint8ClampedArray();
        }),
      );
      const [first = new Uint8ClampedArray(), second = new Uint8ClampedArray()] = pixels;
      if (first.length === 0 || first.length !== second.length) return 255;
      return first.reduce((sum, value, at) => sum + Math.abs(value - (second[at] ?? 0)), 0) / first.length;
    },
    [one, other],
  );
}

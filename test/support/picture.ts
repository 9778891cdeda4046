import type { Locator } from 'playwright-core';

/** The pixels of an element, line by line: `#` for a black pixel, a blank for a white one, `+` for any other. */
export async function pictureOf(element: Locator): Promise<readonly string[]> {
  const png = (await element.screenshot()).toString('base64');
  return element.page().evaluate(async (base64) => {
    const image = await fetch(`data:image/png;base64,${base64}`);
    const bitmap = await createImageBitmap(await image.blob());
    const { width, height } = bitmap;
    const context = new OffscreenCanvas(width, height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return Array.from({ length: height }, (_, y) =>
      Array.from({ length: width }, (_, x) => {
        const at = 4 * (y * width + x);
        const color = data.slice(at, at + 3).join();
        return color === '0,0,0' ? '#' : color === '255,255,255' ? ' ' : '+';
      }).join(''),
    );
  }, png);
}

import { encode } from 'uqr';

/** A QR code as the path of an SVG whose view box is `size` modules wide, with the quiet zone that scanners need. */
export function qrPath(content: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(content, { ecc: 'M', border: 2 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x.toString()} ${y.toString()}h1v1h-1z` : '')))
    .join('');
  return { size, path };
}

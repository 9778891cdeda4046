import { putInLayer } from './light-styles.js';

/**
 * Puts the style sheets of all forms into a cascade layer. Every rule of the page that is in no layer, or in a later one,
 * comes before theirs then. Call it before the first element renders, and keep resets in an earlier layer.
 *
 * Without effect, and told in the console, when it is called later or with something else than the name of a layer.
 *
 * @param name The name of the layer: `components`.
 */
export function styleLayer(name: string): void {
  if (putInLayer(name)) return;
  const tell = import('../misuse/tell-layer.js');
  // Whatever keeps it from loading shows elsewhere.
  void tell.then(({ tellLayer }) => tellLayer(name)).catch(() => undefined);
}

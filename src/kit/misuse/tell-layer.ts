import { errorOnce } from '../../misuse.js';
import { isLayerName } from '../rendering/light-styles.js';

/** Tells why the sheets of the forms are not in the layer that the page wants. */
export const tellLayer = (name: string): void =>
  errorOnce(
    isLayerName(name)
      ? `styleLayer('${name}') has no effect: call it before the first element is in the page.`
      : `styleLayer() has no effect: "${name}" is not the name of a cascade layer, as 'components' is.`,
  );

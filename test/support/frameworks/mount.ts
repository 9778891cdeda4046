import type { AuthConfig } from '../../../src/config/config.js';

/** Shows the component in an element of the page. `config`: made anew with each rendering, as in templates. */
export type Mount = (root: Element, config: () => AuthConfig) => void;

import { css } from 'lit';
import type { CSSResult } from 'lit';
import { baseStyles } from '../../styles/base.styles.js';
import { formStyles } from '../../styles/form.styles.js';
import { whenIdle } from '../../when-idle.js';

/** Keeps the place of what a form has later among the sheets, whose order decides. Empty until that is loaded. */
const later = css``;

/** The layer of the sheets, where the page wants one. */
let layer: string | undefined;
let isInUse = false;
let isAsked = false;

/** https://www.w3.org/TR/css-cascade-5/#typedef-layer-name, in ASCII. */
export const isLayerName = (name: string): boolean => /^[a-z_][\w.-]*$/i.test(name);

/** Puts the sheets of the children into a layer, as long as none is in use. Returns whether it has. */
export function putInLayer(name: string): boolean {
  if (isInUse || !isLayerName(name)) return false;
  layer = name;
  return true;
}

const fill = (style: CSSResult, { cssText } = style): void =>
  style.styleSheet?.replaceSync(layer ? `@layer ${layer}{${cssText}}` : cssText);

/** Asked for again where it could not be had. */
const load = () =>
  import('../../styles/details.styles.js').then(
    ({ detailStyles }) => fill(later, detailStyles),
    () => (isAsked = false),
  );

/**
 * Adopts the sheets of the children: the common ones, and those of one element. What the first paint does not need is
 * loaded when the browser is idle. Sheets, not `<style>`: strict content security policies allow them.
 */
export function adoptStyles(root: Node, styles: readonly CSSResult[]): void {
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  isInUse = true;
  for (const style of [baseStyles, formStyles, later, ...styles]) {
    const { styleSheet } = style;
    if (!styleSheet || root.adoptedStyleSheets.includes(styleSheet)) continue;
    if (layer && style !== later) fill(style);
    root.adoptedStyleSheets.push(styleSheet);
  }
  if (isAsked) return;
  isAsked = true;
  whenIdle(() => void load());
}

import type { AuthAuthenticator } from '../../elements/auth-authenticator.js';
import { sections } from './theme-sections.js';
import type { Section, ThemePlace } from './theme-sections.js';

/**
 * Declarations as React has them: properties of CSS in camel case; a number is in pixels where the property takes lengths.
 * A key that begins with a colon (`':hover'`) has the declarations for that state.
 */
export interface ThemeStyle {
  readonly [name: string]: string | number | ThemeStyle | null | undefined;
}

/** What the parts of a sign-in look like, by the sections of the guides. Names that are no section here are ignored. */
export type Theme = Readonly<Partial<Record<Section, ThemeStyle>>>;

/** The sections of a theme, to be copied and filled: `Object.assign({}, AmplifyTheme.sectionHeader, { color: 'red' })`. */
export const AmplifyTheme: Readonly<Record<Section, ThemeStyle>> = Object.freeze(
  // The keys of a table are those of its type.
  Object.fromEntries(Object.keys(sections).map((name) => [name, Object.freeze({})])) as Record<Section, ThemeStyle>,
);

/** Says which theme an element has. */
const ATTRIBUTE = 'data-auth-theme';

/** What could load something, in any spelling: a theme may come from data. */
const LOADS = /\\|(?:url|src|image|image-set)\(/i;

/** A key of declarations for a state, or for what is generated beside it. */
const STATE = /^::?[a-z-]+$/;

/** Data may have `null` where there is nothing. */
const isStyle = (value: unknown): value is ThemeStyle => typeof value === 'object' && value !== null;

/** A declaration as CSS has it: `backgroundColor` is `background-color`, `WebkitFlex` is `-webkit-flex`, 8 is `8px`. */
function declarationOf(name: string, value: string | number): readonly [property: string, text: string] {
  const hyphenated = name.startsWith('--') ? name : name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  // The shorthand hides what tokens derive from.
  const isColor = hyphenated === 'background' && CSS.supports('color', String(value));
  const property = isColor ? 'background-color' : hyphenated;
  const isLength = typeof value === 'number' && !CSS.supports(property, String(value));
  return [property, isLength ? `${value}px` : String(value)];
}

/** A theme as a sheet for elements that have its id as attribute. */
class ThemeSheet {
  /** By their content: an app may make the same object again and again. */
  static readonly #known = new Map<string, ThemeSheet>();

  readonly id = String(ThemeSheet.#known.size + 1);
  readonly sheet = new CSSStyleSheet();
  readonly #element: CSSStyleRule;

  private constructor(theme: Theme) {
    this.#element = this.#rule('&');
    // The keys of a table are those of its type.
    for (const section of Object.keys(sections) as Section[]) {
      const style = Object.hasOwn(theme, section) ? theme[section] : undefined;
      if (isStyle(style)) this.#add(sections[section], style);
    }
  }

  /** The sheet of a theme. */
  static of(theme: Theme): ThemeSheet {
    const content = JSON.stringify(theme);
    const sheet = this.#known.get(content) ?? new ThemeSheet(theme);
    this.#known.set(content, sheet);
    return sheet;
  }

  #add({ selectors, tokens = {} }: ThemePlace, style: ThemeStyle): void {
    const rules = selectors.map((selector) => this.#rule(selector));
    for (const [name, value] of Object.entries(style)) {
      if (isStyle(value)) {
        if (STATE.test(name)) this.#add({ selectors: selectors.map((selector) => selector + name) }, value);
      } else if (value !== undefined && value !== null && !LOADS.test(String(value))) {
        const [property, text] = declarationOf(name, value);
        const token = Object.hasOwn(tokens, property) ? tokens[property] : undefined;
        for (const { style } of token ? [this.#element] : rules) style.setProperty(token ?? property, text);
      }
    }
  }

  /** A new rule without declarations. A browser that does not know the selector gets one that matches nothing. */
  #rule(selector: string): CSSStyleRule {
    const scoped = selector.replaceAll('&', `[${ATTRIBUTE}='${this.id}']`);
    const known = CSS.supports(`selector(${scoped})`) ? scoped : ':not(*)';
    const { cssRules } = this.sheet;
    // What was inserted is a style rule.
    return cssRules[this.sheet.insertRule(`${known} {}`, cssRules.length)] as CSSStyleRule;
  }
}

/**
 * Gives an element, and what stands in it, the look that a theme of the guides describes; `undefined` takes it away.
 * A page whose content security policy allows no inline styles may call it, too.
 *
 * @param element In the page: its document, or the shadow root around it, adopts the sheet.
 */
export function useTheme(element: Element, theme: Theme | undefined): void {
  if (!theme) {
    element.removeAttribute(ATTRIBUTE);
    return;
  }
  const { id, sheet } = ThemeSheet.of(theme);
  element.setAttribute(ATTRIBUTE, id);
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets.push(sheet);
}

/** Authenticators with the look of their property `theme`. */
const themed = new WeakSet<Element>();

/** Gives an authenticator the look of its property `theme`, if that is an object. */
export function followTheme(element: AuthAuthenticator): void {
  const theme = typeof element.theme === 'object' ? element.theme : undefined;
  if (theme) {
    themed.add(element);
    useTheme(element, theme);
  } else if (themed.delete(element)) useTheme(element, undefined);
}

/** Where a section of a theme applies. */
export interface ThemePlace {
  /** `&` is the element with the theme. */
  readonly selectors: readonly string[];
  /** Properties from which other looks derive, a hover among them: the custom property is set instead. */
  readonly tokens?: Readonly<Record<string, string>>;
}

const at = (...selectors: readonly string[]): ThemePlace => ({ selectors });

/** A node of a form, by its name in `data-auth`. */
const node = (name: string): ThemePlace => at(`& [data-auth~='${name}']`);

/** The button of a provider. */
const provider = (name: string): ThemePlace => at(`& [data-provider='${name}']`);

const element: ThemePlace = {
  selectors: ['&'],
  tokens: { color: '--auth-color-text', 'font-family': '--auth-font-family', 'font-size': '--auth-font-size' },
};
const heading = at(':is(&, & *):not(auth-greetings)::part(heading)');
const submit: ThemePlace = { ...node('submit'), tokens: { 'background-color': '--auth-button-background' } };
/** The greetings: in the frame of an authenticator that has nothing else to show, or in their own. */
const bar = at(
  "&:has(> auth-greetings[slot='screen'])::part(frame)",
  "& auth-greetings:not([slot='screen'])::part(frame)",
);

/** The sections of a theme in the guides, and where each applies here. */
export const sections = {
  container: element,
  stateWrapper: element,
  formContainer: element,
  formSection: {
    // Without screens of its own, the element has no frame, and each of its children has one.
    selectors: [
      "&:not(auth-greetings, :has(> auth-greetings[slot='screen']))::part(frame)",
      '&[hide-default] :not(auth-greetings)::part(frame)',
    ],
    tokens: { width: '--auth-width', 'max-width': '--auth-width' },
  },
  sectionHeader: heading,
  sectionHeaderContent: heading,
  sectionBody: node('form'),
  sectionFooter: node('actions'),
  actionRow: node('actions'),
  sectionFooterPrimaryContent: submit,
  sectionFooterSecondaryContent: node('footer'),
  formField: node('field'),
  formRow: node('field'),
  label: node('label'),
  inputLabel: node('label'),
  hint: node('hint'),
  radio: node('choice'),
  checkbox: node('choice'),
  input: { ...node('input'), tokens: { 'border-color': '--auth-input-border-color' } },
  button: submit,
  buttonContent: submit,
  a: { ...node('link'), tokens: { color: '--auth-color-link' } },
  errorSection: node('alert'),
  errorSectionContent: node('alert'),
  toast: node('alert'),
  totpQrcode: node('qr'),
  navBar: bar,
  nav: bar,
  navRight: node('bar'),
  navItem: at('auth-greetings&::part(heading)', '& auth-greetings::part(heading)'),
  navButton: at("& auth-sign-out [data-auth~='button']"),
  signInButton: node('provider'),
  signInButtonIcon: node('provider-icon'),
  signInButtonContent: at("& [data-auth~='provider'] > [data-auth~='provider-label']"),
  googleSignInButton: provider('google'),
  facebookSignInButton: provider('facebook'),
  amazonSignInButton: provider('amazon'),
  oAuthSignInButton: provider(''),
  auth0SignInButton: provider('auth0'),
  strike: node('divider'),
  strikeContent: node('divider'),
} as const satisfies Readonly<Record<string, ThemePlace>>;

/** The name of a section. */
export type Section = keyof typeof sections;

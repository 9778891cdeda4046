import type { ScreenName } from '../auth-state.js';

/** The word of the guides for a screen, where that is not the name of the screen in camel case. */
const WORDS: Readonly<Partial<Record<ScreenName, string>>> = {
  'custom-challenge': 'customConfirmSignIn',
  'new-password': 'requireNewPassword',
  'reset-password': 'forgotPassword',
  'totp-setup': 'TOTPSetup',
};

/** All words for a screen besides its name in camel case: of the guides, and of the libraries of that time. */
const OTHERS: Readonly<Record<ScreenName, readonly string[]>> = {
  loading: [],
  'sign-in': ['signedOut', 'signedUp', 'signOut'],
  'sign-up': [],
  'confirm-sign-up': [],
  'confirm-sign-in': [],
  'select-factor': [],
  'select-mfa-type': ['settingMFA', 'setMfa'],
  'email-setup': [],
  'custom-challenge': ['customConfirmSignIn'],
  'totp-setup': [],
  'new-password': ['requireNewPassword', 'resettingPassword'],
  'forgot-password': [],
  'reset-password': ['forgotPassword'],
  'remember-device': [],
  'verify-contact': ['verifyingAttributes'],
  'passkey-prompt': [],
  unsupported: [],
  'signed-in': [],
};

// Object.keys() answers strings; these are the keys of the table above.
const screens = Object.keys(OTHERS) as ScreenName[];

const camelCase = (screen: ScreenName): string => screen.replace(/-./g, ([, letter = '']) => letter.toUpperCase());

/** The word of the guides for a screen: `signIn`, `requireNewPassword`, `TOTPSetup`. */
export const authStateOf = (screen: ScreenName): string => WORDS[screen] ?? camelCase(screen);

/**
 * All words that mean a screen, among others of the guides and of the libraries of that time. Whether their letters are
 * capitals does not matter: those libraries disagree about it.
 */
export const wordsFor = (screen: ScreenName): readonly string[] => [screen, camelCase(screen), ...OTHERS[screen]];

/** The screens that a word means, the first of them first; none, if it is unknown. */
export function screensOf(word: string): readonly ScreenName[] {
  const spoken = word.toLowerCase();
  return screens.filter((screen) => wordsFor(screen).some((each) => each.toLowerCase() === spoken));
}

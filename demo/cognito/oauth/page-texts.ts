/** The texts of the hosted pages. */
export interface PageTexts {
  readonly lang: string;
  readonly signIn: string;
  readonly username: string;
  readonly email: string;
  readonly usernameOrEmail: string;
  readonly password: string;
  readonly or: string;
  readonly continueWith: (provider: string) => string;
  readonly enterCode: string;
  readonly code: string;
  readonly codeFromApp: string;
  readonly codeSentTo: (destination: string) => string;
  readonly confirm: string;
  readonly startAgain: string;
  readonly wrongPassword: string;
  readonly wrongCode: string;
  readonly expired: string;
  readonly unconfirmed: string;
  readonly resetRequired: string;
  readonly needsApp: string;
  readonly noPassword: string;
}

const en: PageTexts = {
  lang: 'en',
  signIn: 'Sign in',
  username: 'Username',
  email: 'Email',
  usernameOrEmail: 'Username or email',
  password: 'Password',
  or: 'or',
  continueWith: (provider) => `Continue with ${provider}`,
  enterCode: 'Enter your code',
  code: 'Code',
  codeFromApp: 'Open your authenticator app to see the code.',
  codeSentTo: (destination) => `We sent a code to ${destination}.`,
  confirm: 'Confirm',
  startAgain: 'Start again',
  wrongPassword: 'Incorrect username or password.',
  wrongCode: 'That code is not right.',
  expired: 'That took too long. Please sign in again.',
  unconfirmed: 'Your account is not confirmed yet. Confirm it in the app, then sign in here.',
  resetRequired: 'You have to reset your password. Do that in the app, then sign in here.',
  needsApp: 'Your sign-in needs one more step that this page does not have. Please sign in in the app.',
  noPassword: 'This app has no sign-in with a password.',
};

const de: PageTexts = {
  lang: 'de',
  signIn: 'Anmelden',
  username: 'Benutzername',
  email: 'E-Mail-Adresse',
  usernameOrEmail: 'Benutzername oder E-Mail-Adresse',
  password: 'Passwort',
  or: 'oder',
  continueWith: (provider) => `Weiter mit ${provider}`,
  enterCode: 'Code eingeben',
  code: 'Code',
  codeFromApp: 'Ihre Authenticator-App zeigt den Code.',
  codeSentTo: (destination) => `Wir haben einen Code an ${destination} gesendet.`,
  confirm: 'Bestätigen',
  startAgain: 'Von vorn beginnen',
  wrongPassword: 'Benutzername oder Passwort ist falsch.',
  wrongCode: 'Dieser Code stimmt nicht.',
  expired: 'Das hat zu lange gedauert. Bitte melden Sie sich noch einmal an.',
  unconfirmed: 'Ihr Konto ist noch nicht bestätigt. Bestätigen Sie es in der App, dann melden Sie sich hier an.',
  resetRequired: 'Sie müssen Ihr Passwort zurücksetzen. Tun Sie das in der App, dann melden Sie sich hier an.',
  needsApp: 'Ihre Anmeldung braucht einen Schritt, den diese Seite nicht hat. Bitte melden Sie sich in der App an.',
  noPassword: 'Diese App hat keine Anmeldung mit einem Passwort.',
};

const TEXTS: Readonly<Record<string, PageTexts>> = { en, de };

/** The texts in a language, which may have a region: `de-AT`. English for a language that there is not. */
export const textsIn = (lang = 'en'): PageTexts => {
  const name = lang.split('-')[0]!.toLowerCase();
  return Object.hasOwn(TEXTS, name) ? TEXTS[name]! : en;
};

/** What Cognito calls the providers that every user pool may have. All others are called as the administrator named them. */
const NAMES: readonly (readonly [ours: string, ofCognito: string])[] = [
  ['google', 'Google'],
  ['facebook', 'Facebook'],
  ['amazon', 'LoginWithAmazon'],
  ['apple', 'SignInWithApple'],
];

/** What Cognito calls a provider. */
export const cognitoNameOf = (provider: string): string => NAMES.find(([ours]) => ours === provider)?.[1] ?? provider;

/** What a configuration calls a provider: one name for each, whosever words it is given in. */
export const providerNameOf = (provider: string): string =>
  NAMES.find(([, theirs]) => theirs === provider)?.[0] ?? provider;

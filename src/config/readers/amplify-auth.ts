import type { Reader } from './reader.js';

const AUTH: Reader['keys'] = {
  userPoolWebClientId: 'userPoolClientId',
  endpoint: 'userPoolEndpoint',
  authenticationFlowType: 'authFlow',
  allowGuestAccess: 'allowGuests',
  mandatorySignIn: 'allowGuests',
  cookieStorage: 'storage',
};

const OAUTH_OPTIONS: Reader['keys'] = { AdvancedSecurityDataCollectionFlag: 'threatProtection' };

/** `Auth` of Amplify 5, the same keys without `Auth` around them, and `Auth.Cognito` of Amplify 6. */
export const amplifyAuth: readonly Reader[] = [
  { mark: 'Auth', path: ['Auth'], keys: AUTH },
  { mark: 'Auth', path: ['Auth', 'oauth', 'options'], keys: OAUTH_OPTIONS },
  { mark: 'Auth', path: ['Auth', 'oauth', 'awsCognito', 'options'], keys: OAUTH_OPTIONS },
  { mark: 'Auth', path: ['Auth', 'Cognito'], keys: AUTH },
  { mark: 'Auth', path: ['Auth', 'Cognito', 'loginWith'], keys: {} },
  { mark: 'userPoolWebClientId', path: [], keys: AUTH },
  { mark: 'userPoolWebClientId', path: ['oauth', 'options'], keys: OAUTH_OPTIONS },
  { mark: 'userPoolWebClientId', path: ['oauth', 'awsCognito', 'options'], keys: OAUTH_OPTIONS },
];

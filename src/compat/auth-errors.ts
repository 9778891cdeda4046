/** What Amplify says of a wrong call. Apps compare these messages, so each is spelled as there. */
const MESSAGES = {
  'no-pool': 'Authentication Error',
  'empty-username': 'Username cannot be empty',
  'invalid-username': 'The username should either be a string or one of the sign in types',
  'empty-password': 'Password cannot be empty',
  'empty-code': 'Confirmation code cannot be empty',
  'empty-answer': 'Challenge response cannot be empty',
  'sign-up': 'Error creating account',
  'no-mfa-method': 'No valid MFA method provided',
  'invalid-mfa': 'Invalid MFA type',
  'no-user': 'Failed to get the session because the user is empty',
  'user-copy': 'The user must be an object that Auth has answered with',
  'device-configuration': 'Device tracking has not been configured in this User Pool',
  network: 'Network Error',
} as const;

/** A kind of wrong call. */
export type AuthProblem = keyof typeof MESSAGES;

/** A wrong call, found before anything is requested. */
export class AuthError extends Error {
  override readonly name: string = 'AuthError';
  /** For developers. */
  readonly log: string;

  constructor(problem: AuthProblem, log: string = MESSAGES[problem]) {
    super(MESSAGES[problem]);
    this.log = log;
  }
}

/** A call that needs a user pool, and there is none in the configuration. */
export class NoUserPoolError extends AuthError {
  override readonly name = 'NoUserPoolError';

  constructor() {
    super(
      'no-pool',
      'Auth is not configured: userPoolId and userPoolWebClientId are missing. Call Amplify.configure first.',
    );
  }
}

/** The value, if it is there. */
export function required<Value>(value: Value | null | undefined | '', problem: AuthProblem): Value {
  if (!value) throw new AuthError(problem);
  return value;
}

/**
 * The user object of a call.
 *
 * @throws AuthError without one, and for a copy: what JSON brings back has no methods.
 */
export function userObject<User extends object>(given: User | null | undefined): User {
  const user = required(given, 'no-user');
  if (typeof Reflect.get(user, 'getUsername') === 'function') return user;
  throw new AuthError(
    'user-copy',
    'A copy of a user object has no methods: Auth.createCognitoUser(username) makes another.',
  );
}

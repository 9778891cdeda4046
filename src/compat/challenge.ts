import type { IAuthenticationCallback } from 'amazon-cognito-identity-js';
import type { RawChallenge } from '../client/wire.js';

/** The functions that take a challenge. */
type ChallengeCallbacks = Omit<IAuthenticationCallback, 'onSuccess' | 'onFailure'>;

/** The question of a new password: the user's attributes, and the names of those that the pool requires. */
function newPasswordIn({ parameters }: RawChallenge): readonly [attributes: unknown, required: readonly string[]] {
  const { userAttributes = '{}', requiredAttributes = '[]' } = parameters;
  const read = (text: unknown): unknown => JSON.parse(String(text));
  // Cognito sends a list of names.
  const names = read(requiredAttributes) as readonly string[];
  return [read(userAttributes), names.map((name) => name.replace(/^userAttributes\./, ''))];
}

/** A code, whatever it is sent by: it is answered like one of a text message. */
const code: ChallengeRow = ['mfaRequired', ({ name, parameters }) => [name, parameters]];

/** The name of a callback, and what it is called with. */
type ChallengeRow = readonly [keyof ChallengeCallbacks, (challenge: RawChallenge) => readonly unknown[]];

const ROWS: ReadonlyMap<string, ChallengeRow> = new Map([
  ['SMS_MFA', code],
  ['EMAIL_OTP', code],
  ['SMS_OTP', code],
  ['SOFTWARE_TOKEN_MFA', ['totpRequired', ({ name, parameters }) => [name, parameters]]],
  ['SELECT_MFA_TYPE', ['selectMFAType', ({ name, parameters }) => [name, parameters]]],
  ['MFA_SETUP', ['mfaSetup', ({ name, parameters }) => [name, parameters]]],
  ['CUSTOM_CHALLENGE', ['customChallenge', ({ parameters }) => [parameters]]],
  ['NEW_PASSWORD_REQUIRED', ['newPasswordRequired', newPasswordIn]],
]);

/** Puts a challenge to the callback that amazon-cognito-identity-js has for it. Returns false when there is none. */
export function putChallenge(challenge: RawChallenge, callbacks: ChallengeCallbacks): boolean {
  const [name, input] = ROWS.get(challenge.name) ?? [];
  const callback = name && callbacks[name];
  if (!callback || !input) return false;
  Reflect.apply(callback, callbacks, input(challenge));
  return true;
}

/** Callbacks that write the challenge on the user, and resolve with them. */
export function writeChallenge<User extends object>(user: User, resolve: (user: User) => void): ChallengeCallbacks {
  const write = (name: string, parameters: unknown) => {
    resolve(Object.assign(user, { challengeName: name, challengeParam: parameters }));
  };
  return {
    mfaRequired: write,
    totpRequired: write,
    selectMFAType: write,
    mfaSetup: write,
    customChallenge: (parameters) => write('CUSTOM_CHALLENGE', parameters),
    newPasswordRequired: (userAttributes: unknown, requiredAttributes: unknown) =>
      write('NEW_PASSWORD_REQUIRED', { userAttributes, requiredAttributes }),
  };
}

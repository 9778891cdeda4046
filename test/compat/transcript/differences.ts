import type { Json } from './describe.js';
import type { Entry, Outcome } from './transcribe.js';

/** What a call does instead. An outcome replaces that of Amplify, whatever it was; so do events. */
export type Instead = Outcome & Partial<Pick<Entry, 'events'>>;

/** Calls that do not do what Amplify does. */
export interface Difference {
  /** A reason that those who rely on Amplify accept. */
  readonly why: string;
  /** By the titles of the calls. */
  readonly calls: Readonly<Record<string, Instead>>;
}

const rejecting = (name: string, message: string): Outcome => ({ rejects: { code: name, message, name } });

/** A user who is signed in. */
const user = (username: string, attributes: Readonly<Record<string, Json>>, preferredMFA = 'NOMFA') => ({
  '(class)': 'CognitoUser',
  attributes: { ...attributes, sub: '<id 1>' },
  preferredMFA,
  signInUserSession: '<valid>',
  username,
});
type User = ReturnType<typeof user>;

const verified = (name: string, givenName: string): Readonly<Record<string, Json>> => ({
  email: `${name}@example.com`,
  email_verified: true,
  given_name: givenName,
});
const number = (value: string): Readonly<Record<string, Json>> => ({
  phone_number: value,
  phone_number_verified: true,
});

const SUE = user('sue', { ...verified('sue', 'Sue'), ...number('+15555550100') });
const TOM = user('tom', verified('tom', 'Tom'));
const FAY = user('fay', { ...verified('fay', 'fay'), ...number('+15555550130') });
const MOSES = user('moses', { ...verified('moses', 'moses'), ...number('+15555550140') });
const MONA = user('mona', verified('mona', 'mona'));
const NEWBIE = user('newbie', { email: 'newbie@example.com', email_verified: true });
const NELL = user('nell', { email: 'nell@example.com', email_verified: false, given_name: 'Nell' });
const MAX = user('<id 1>', verified('max', 'Max'), 'SOFTWARE_TOKEN_MFA');

const signIn = (data: User): Json => ({ data, event: 'signIn', message: `A user ${data.username} has been signed in` });
const telling = (data: User): Instead => ({ events: [signIn(data)] });
const signingIn = (data: User): Instead => ({ resolves: data, ...telling(data) });

const NEVER_SIGNED_IN = 'Local storage is missing an ID Token, Please authenticate';
const neverSignedIn: Outcome = { rejects: { message: NEVER_SIGNED_IN, name: 'Error' } };

/** How apps spell the kind of a code, besides the one that Cognito knows it by. */
const spelledAs = (kinds: readonly string[], code: string, data: User): Readonly<Record<string, Instead>> =>
  Object.fromEntries(kinds.map((kind) => [`confirmSignIn with the code of ${code}, ${kind}`, signingIn(data)]));

/** Where this library is meant to differ from Amplify 5.6. */
export const DIFFERENCES: readonly Difference[] = [
  {
    why: 'Once signed in, a user object has no challenge any more, and has attributes and preferredMFA as after signIn.',
    calls: {
      'confirmSignIn after a second factor was chosen': signingIn(FAY),
      'confirmSignIn answers the same object': telling(SUE),
      'confirmSignIn of a user object with a session that was kept': signingIn(SUE),
      'confirmSignIn with the code of a text message, as SMS_MFA': signingIn(SUE),
      'confirmSignIn with the code of a text message, without its kind': signingIn(SUE),
      'confirmSignIn with the code of an authenticator app, as SOFTWARE_TOKEN_MFA': signingIn(TOM),
      'confirmSignIn with the right code after a wrong one': signingIn(SUE),
      'confirmSignIn tells triggers the metadata of the call': telling(MOSES),
      'confirmSignIn tells triggers the metadata of the configuration': telling(MOSES),
      completeNewPassword: signingIn(NEWBIE),
      'completeNewPassword after a weak password': signingIn(NEWBIE),
      'completeNewPassword with attributes': signingIn(NELL),
      'completeNewPassword tells triggers the metadata of the call': telling(MONA),
      'completeNewPassword tells triggers the metadata of the configuration': telling(MONA),
      'verifyTotpToken during the sign-in': {
        events: [signIn(MAX), { data: MAX, event: 'verify', message: 'A user <id 1> has been verified' }],
      },
    },
  },
  {
    why: 'The right code signs in whatever its kind is called: the challenge that waits is the one that is answered.',
    calls: {
      ...spelledAs(['as SMS', 'as TOTP', 'as SOFTWARE_TOKEN_MFA'], 'a text message', SUE),
      ...spelledAs(['as SMS', 'as TOTP', 'as SMS_MFA', 'without its kind'], 'an authenticator app', TOM),
    },
  },
  {
    why: 'A user object stays the same one to the end of its sign-in, after a custom challenge too.',
    calls: { 'sendCustomChallengeAnswer answers the same object when signed in': { resolves: true } },
  },
  {
    why: 'What makes Amplify wait for ever is told by a rejection.',
    calls: {
      'changePassword of a user object that never signed in': neverSignedIn,
      'updateUserAttributes of a user object that never signed in': {
        ...neverSignedIn,
        events: [
          {
            data: { message: NEVER_SIGNED_IN, name: 'Error' },
            event: 'updateUserAttributes_failure',
            message: 'Failed to update attributes',
          },
        ],
      },
      'userAttributes of a user object that never signed in': neverSignedIn,
    },
  },
  {
    why: 'A promise is rejected where Amplify throws, so that one catch sees every refusal.',
    calls: {
      'signIn while another one is pending': {
        resolves: [
          { reason: { message: 'Pending sign-in attempt already in progress', name: 'Error' }, status: 'rejected' },
          { status: 'fulfilled', value: user('jane', verified('jane', 'Jane')) },
        ],
      },
      'signIn with undefined': {
        rejects: {
          log: 'The username should either be a string or one of the sign in types',
          message: 'The username should either be a string or one of the sign in types',
          name: 'AuthError',
        },
      },
    },
  },
  {
    why: 'A user object works as long as its session: after a sign-out it has no tokens to ask with.',
    calls: {
      'changePassword of a user who has signed out': neverSignedIn,
      'userSession of a user who has signed out': neverSignedIn,
    },
  },
  {
    why: 'A sign-out ends the session on this device, even when Cognito refuses to end the others.',
    calls: {
      'signOut with global when it is throttled': {
        events: [
          { data: user('jane', verified('jane', 'Jane')), event: 'signOut', message: 'A user has been signed out' },
        ],
      },
      'signOut with global when it is throttled, then currentAuthenticatedUser': {
        rejects: 'The user is not authenticated',
      },
    },
  },
  {
    why: 'To sign out everywhere is done when the session has been ended already, elsewhere.',
    calls: {
      'signOut with global of a user who signed out everywhere, elsewhere': {
        resolves: '<undefined>',
        events: [
          {
            data: user('jane', verified('jane', 'Jane')),
            event: 'signOut',
            message: 'A user has been signed out',
          },
        ],
      },
    },
  },
  {
    why: 'The name in a message is the one that was typed. Amplify tells the id by which Cognito hides that it is unknown.',
    calls: {
      'signIn of an unknown user': {
        events: [
          {
            data: {
              code: 'NotAuthorizedException',
              message: 'Incorrect username or password.',
              name: 'NotAuthorizedException',
            },
            event: 'signIn_failure',
            message: 'nemo failed to signin',
          },
        ],
      },
    },
  },
  {
    why: 'A federated user without a user name is called by the name or the address, and not undefined.',
    calls: {
      'federatedSignIn with a token': {
        events: [
          {
            data: { email: 'j@example.com', id: '<identity 1>', name: 'Jane', token: '<token 1>' },
            event: 'signIn',
            message: 'A user Jane has been signed in',
          },
        ],
      },
    },
  },
  {
    why: 'Exceptions of identity pools have a code, as all others have.',
    calls: {
      'federatedSignIn with a provider that the identity pool does not know': rejecting(
        'NotAuthorizedException',
        'Token is not from a supported provider of this identity pool.',
      ),
      'federatedSignIn with a token that is none': rejecting(
        'NotAuthorizedException',
        'Invalid login token. Not a valid OpenId Connect identity token.',
      ),
    },
  },
  {
    why: 'A function that makes tokens is told the metadata of the configuration with each refresh, whatever has caused it.',
    calls: Object.fromEntries(
      ['call', 'configuration'].map((from) => [
        `updateUserAttributes tells triggers the metadata of the ${from}`,
        {
          resolves: [
            { clientMetadata: { from }, source: 'CustomMessage_UpdateUserAttribute' },
            { clientMetadata: { from: 'configuration' }, source: 'TokenGeneration_RefreshTokens' },
          ],
        },
      ]),
    ),
  },
  {
    why: 'The user object comes from a module that is loaded when it is needed, so there is a promise of it.',
    calls: { createCognitoUser: { resolves: { '(class)': 'CognitoUser', username: 'jane' } } },
  },
  {
    why: 'A listener that is missing is told as such, and not as a TypeError.',
    calls: { 'Hub.listen without a listener': { throws: { message: 'No callback supplied to Hub', name: 'Error' } } },
  },
  {
    why: 'Without a browser, a device is called "Browser": its name is what the client gives it.',
    calls: { fetchDevices: { resolves: [{ id: '<device 1>', name: 'Browser' }] } },
  },
];

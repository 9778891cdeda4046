/** What the user of a page can type, and what is there at first. The name is that of a variable which samples leave open. */
export const FIELDS = {
  username: 'jane',
  password: 'oldPassword',
  new_password: 'newPassword',
  email: 'ida@example.com',
  phone_number: '+12128601235',
  /** The newest code in the outbox takes its place. */
  code: '',
  mfaType: 'SMS',
  attr: 'email',
  answer: '5',
  /** The code of the authenticator app takes its place. */
  challengeAnswer: '',
} as const satisfies Readonly<Record<string, string>>;

/** The name of a field. */
export type Field = keyof typeof FIELDS;

/** Variables that samples leave open, and the page gives: `user` is the last that `Auth` has answered. */
export const GIVEN = [
  'Auth',
  'user',
  'userPoolId',
  'clientId',
  'identityPoolId',
  'MyStorage',
  'kept',
  'synced',
  'window',
  'alert',
  'AWS',
  'AmazonCognitoIdentity',
  'refresh_token',
  'getFromProvider',
  'getFromAuth0',
  'decodeJWTToken',
  'domain',
  'token',
  'expires_at',
  'identity_id',
  'validationData',
] as const;

/** The name of a variable that the page gives. */
export type Given = (typeof GIVEN)[number];

/** A part of a sample that runs in the page. */
export interface Step {
  /** The fields for it. */
  readonly fields?: readonly Field[];
  /** What stands in them at first, where it is not what stands there elsewhere. */
  readonly values?: Readonly<Partial<Record<Field, string>>>;
  /** Variables of its own whose values are shown. */
  readonly reads?: readonly string[];
  /** What to know before it runs. */
  readonly note?: string;
}

const SIGN_IN: readonly Step[] = [
  { fields: ['username', 'password'] },
  {
    fields: ['code', 'mfaType'],
    note: 'After the sign-in of sue, who gets a text message, or of tom, with the type TOTP.',
  },
];
const PREFER: readonly Step[] = [
  { note: 'Set up an authenticator app first.' },
  { note: 'For a user with a phone number.' },
  {},
];
const WRITTEN_CODE = 'The code is written in the sample: Cognito refuses it.';
const ANSWER: readonly Step[] = [{ fields: ['username', 'answer'] }];
const USER_POOL = 'The user pool stands for the provider. The token is that of vera.';
const LEADS_AWAY = 'The address is shown, and not opened. Configure the hosted pages first.';
const NEEDS_PROVIDER = 'Sign in with the token of a provider first.';

/** The parts of each sample that runs in the page. */
export const STEPS: Readonly<Record<string, readonly Step[]>> = {
  'aws-service.js': [{ note: 'A stand-in for Route 53 shows what it is given. Sign in first.' }],
  'change-password.js': [{ note: 'The passwords are written in the sample. Sign in first.' }],
  'configure-by-hand.s1.js': [{ note: 'The storage is one in memory.' }],
  'configure-from-exports.js': [{}],
  'configure-from-exports.s1.js': [{}],
  'configure-from-exports.s3.js': [{}],
  'configure-hosted-ui.js': [{}],
  'configure-with-hosted-ui.js': [{ reads: ['currentConfig'], note: 'The storage is one in memory.' }],
  'confirm-attribute.js': [{ reads: ['result'], note: WRITTEN_CODE }],
  'current-session.js': [{ reads: ['session'] }],
  'current-user.js': [{}],
  'custom-challenge.js': ANSWER,
  'custom-challenge.s1.js': ANSWER,
  'enable-totp.js': [
    { note: 'Sign in first.' },
    { fields: ['challengeAnswer'], note: 'The code is that of the authenticator app of the local Cognito.' },
  ],
  'federated-token-browser.js': [{ reads: ['token'], note: NEEDS_PROVIDER }],
  'federated-token-native.js': [{ reads: ['token'], note: NEEDS_PROVIDER }],
  'federated-token.js': [{ note: `${NEEDS_PROVIDER} The sample shows nothing.` }],
  'forgot-password.js': [{ fields: ['username'] }, { fields: ['username', 'code', 'new_password'] }],
  'identity-pool-federation.js': [{ note: USER_POOL }],
  'modular-imports.js': [{}],
  'open-hosted-ui.js': [{ note: LEADS_AWAY }],
  'open-hosted-ui.s1.js': [{ note: LEADS_AWAY }],
  'own-storage.txt': [{ note: 'The storage is one in memory.' }],
  'preferred-mfa.js': PREFER,
  'preferred-mfa.s2.js': PREFER,
  'read-attributes.js': [{ reads: ['user'] }],
  'read-preferred-mfa.js': [{ note: 'Sign in first.' }],
  'refresh-by-hand.js': [{ note: 'A stand-in for the AWS SDK takes the new token. Sign in first.' }],
  'refresh-token-of-auth0.js': [{}],
  'refresh-token.js': [{}],
  'refresh-token.s4.js': [{}],
  'sign-in-with-auth0.js': [{ note: USER_POOL }],
  'sign-in.js': SIGN_IN,
  'sign-in.s2.js': SIGN_IN,
  'sign-out.js': [{}],
  'sign-out.s1.js': [{}, { note: 'Sign in first.' }],
  'sign-up-attributes.js': [{ note: 'Once: then the account exists.' }],
  'sign-up.js': [
    { fields: ['username', 'password', 'email', 'phone_number'], values: { username: 'ida' } },
    { fields: ['username', 'code'], values: { username: 'ida' } },
  ],
  'switch-flow.js': [{}],
  'text-labels.js': [{}],
  'update-attributes.js': [{ note: 'Sign in first.' }],
  'user-of-auth0.js': [{ note: NEEDS_PROVIDER }],
  'validation-data.js': [{ fields: ['username', 'password'] }],
  'verify-attribute.js': [
    { fields: ['attr'], note: 'Sign in first.' },
    { fields: ['attr'], note: WRITTEN_CODE },
  ],
};

const LAMBDA =
  'A Lambda function, which runs at Cognito and not in a page. The local Cognito asks a question of its own in its ' +
  'place; “custom challenge” answers it.';
const COMPONENT =
  'A component. It runs with auth-elements/compat/components, on a page that shows it; this page runs calls alone. The page ' +
  'Demo shows <auth-authenticator>.';

/** What there is instead of each sample that does not run in the page. */
export const INSTEAD: Readonly<Record<string, string>> = {
  'auth0-with-authenticator.js': COMPONENT,
  'configure-by-hand.js': 'Its cookies are those of yourdomain.com. The page is configured for the local Cognito.',
  'create-captcha.js': LAMBDA,
  'define-challenge.js': LAMBDA,
  'fetch-in-node.js': 'For Node: browsers have fetch.',
  'sign-in-with-google.js': 'Needs a user of Google and Google’s own script. The page Elsewhere has providers.',
  'sign-out-button.js': COMPONENT,
  'valid-auth-states.js': COMPONENT,
  'verify-challenge.js': LAMBDA,
  'with-authenticator.js': COMPONENT,
  'with-authenticator.s2.js': COMPONENT,
};

/** What there is instead of a sample, if it does not run in the page. */
export const insteadOf = (sample: string): string | undefined =>
  INSTEAD[sample] ?? (sample.endsWith('.jsx') ? COMPONENT : undefined);

/**
 * All that is changed in a sample of the guides before it runs. Besides this, its imports name this package, and what it
 * leaves open (`username`, `code`) is given to it as variables.
 */

/** The modules that guides import, and what stands in their place here. All others are given by the test. */
export const MODULES: Readonly<Record<string, string>> = {
  'aws-amplify': 'auth-elements/compat',
  '@aws-amplify/auth': 'auth-elements/compat/auth',
  'aws-amplify-react': 'auth-elements/compat/components',
  'aws-amplify-react/dist/Auth': 'auth-elements/compat/components',
  // Elements need a browser: what a guide has for React Native runs in a page, with what stands in for its views.
  'aws-amplify-react-native': 'auth-elements/compat/components',
};

/** A change in the text of a sample. */
export interface Change {
  /** Every occurrence is replaced, and there is at least one. */
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

const PROMISE: Change = {
  from: 'new Promise(res, rej => {',
  to: 'new Promise((res, rej) => {',
  reason: 'Typo: two parameters need parentheses.',
};

const CATCH: Change = {
  from: '}).catch(e) => {',
  to: '}).catch((e) => {',
  reason: 'Typo: the function misses its parenthesis.',
};

const COMMA: Change = {
  from: "responseType: 'code'",
  to: "responseType: 'code',",
  reason: 'Typo: a comma is missing.',
};

const TLS: Change = {
  from: 'http://www.example.com/',
  to: 'https://www.example.com/',
  reason: 'Placeholder: Cognito takes addresses without TLS of localhost alone.',
};

const ids: Change[] = [
  { from: "'XX-XXXX-X_abcd1234'", to: 'userPoolId', reason: 'Placeholder: the id of a user pool that exists.' },
  { from: "'a1b2c3d4e5f6g7h8i9j0k1l2m3'", to: 'clientId', reason: 'Placeholder: the id of its app client.' },
  { from: "'XX-XXXX-X'", to: "'us-east-1'", reason: 'Placeholder: the region of the pools.' },
  {
    from: "'XX-XXXX-X:XXXXXXXX-XXXX-1234-abcd-1234567890ab'",
    to: 'identityPoolId',
    reason: 'Placeholder: the id of an identity pool.',
  },
];

/** Typed declarations without a body, each of which becomes a method that Node can run. */
const METHODS: Change[] = [
  ['setItem(key: string, value: string): string;', 'setItem(key, value) { kept.set(key, value); return value; }'],
  ['getItem(key: string): string;', 'getItem(key) { return kept.get(key); }'],
  ['removeItem(key: string): void;', 'removeItem(key) { kept.delete(key); }'],
  ['clear(): void;', 'clear() { kept.clear(); }'],
  ['sync(): Promise<void>;', 'sync() { return synced(); }'],
].map(([from = '', to = '']) => ({ from, to, reason: 'A declaration in TypeScript: its body is left to the reader.' }));

const ANSWER: Change = {
  from: '"the answer for the challenge"',
  to: 'answer',
  reason: 'Placeholder: what the user answers.',
};

const ELLIPSIS: Change = { from: '...\n', to: '', reason: 'Placeholder: the code of the app.' };

const close = (tag: string): Change => ({
  from: `${tag}>`,
  to: `${tag} />`,
  reason: 'Typo: the tag is not closed.',
});

const NOTE: Change = {
  from: ' //federated option is currently not supported on react-native',
  to: '',
  reason: 'Typo: no comment, but text after a tag, which React would show.',
};

const federated: Change[] = [
  { from: "google_client_id: ''", to: "google_client_id: 'local-google'", reason: 'Placeholder: the app at Google.' },
  { from: "facebook_app_id: ''", to: "facebook_app_id: 'local-facebook'", reason: 'Placeholder: the app at Facebook.' },
  { from: "amazon_client_id: ''", to: "amazon_client_id: 'local-amazon'", reason: 'Placeholder: the app at Amazon.' },
];

const auth0: Change[] = [
  { from: "'your auth0 domain'", to: 'auth0Domain', reason: 'Placeholder: the domain of an issuer that exists.' },
  { from: "'your client id'", to: "'local-app'", reason: 'Placeholder: the id of an app there.' },
  { from: "'your call back url'", to: 'location.origin', reason: 'Placeholder: the address of the app.' },
  { from: "'your sign out url'", to: 'location.origin', reason: 'Placeholder: the address of the app.' },
];

/** The changes of each sample that has any, in the order in which they are made. */
export const CHANGES: Readonly<Record<string, readonly Change[]>> = {
  'always-on.jsx': [
    {
      from: 'handleAuthStateChange(state) {',
      to: 'exported.default = class extends Component {\nhandleAuthStateChange(state) {',
      reason: 'Methods without their class.',
    },
    {
      from: '/* Do something when the user has signed-in */',
      to: "console.log('signed in');",
      reason: 'Placeholder: what the app does.',
    },
    { from: '</Authenticator>\n    )\n}', to: '</Authenticator>\n    )\n}\n}', reason: 'Methods without their class.' },
  ],
  'auth0-button.jsx': auth0,
  'authenticator-around-app.jsx': [ELLIPSIS],
  'federated-authenticator.jsx': [close('<Authenticator federated={federated}'), ...federated],
  'federated-authenticator.s1.jsx': [NOTE, close('<Authenticator federated={federated}'), ...federated],
  'federated-authenticator.s4.jsx': [close('<Authenticator federated={federated}'), ...federated],
  'federated-buttons.jsx': [ELLIPSIS, ...federated],
  'federated-buttons.s1.jsx': [ELLIPSIS, NOTE, ...federated],
  'federated-with-authenticator.jsx': federated,
  'federated-with-authenticator.s1.jsx': federated,
  'federated-with-authenticator.s4.jsx': federated,
  'initial-state.jsx': [close("<Authenticator authState='signUp'")],
  'own-components.jsx': [
    {
      from: 'class App extends Component {\n  render() {\n    ...',
      to: 'class App extends Component {\n  render() {\n    return <h2>Only signed-in people see this</h2>;',
      reason: 'Placeholder: the app.',
    },
    {
      from: 'class MySignIn extends SignIn {\n  render() {\n    ...',
      to: 'class MySignIn extends SignIn {\n  render() {\n    const form = super.render();\n    return form && [<p>Welcome back</p>, form];',
      reason: 'Placeholder: what the app shows around the form.',
    },
  ],
  'select-mfa-type.jsx': [close('<SelectMFAType authData={this.props.authData} MFATypes={MFATypes}')],
  'select-mfa-type.s1.jsx': [close('<SelectMFAType authData={this.props.authData} MFATypes={MFATypes}')],
  'auth0-with-authenticator.js': [
    ...auth0,
    { from: '//... }', to: '}', reason: 'Typo: the comment swallows the brace of the function.' },
  ],
  'configure-by-hand.js': [
    ...ids,
    { from: "'.yourdomain.com'", to: 'location.hostname', reason: 'Placeholder: the domain of the page.' },
  ],
  'configure-by-hand.s1.js': ids,
  'configure-with-hosted-ui.js': ids,
  'configure-hosted-ui.js': [COMMA, TLS],
  'custom-challenge.js': [ANSWER],
  'custom-challenge.s1.js': [ANSWER],
  'own-storage.txt': METHODS,
  'refresh-by-hand.js': [
    {
      from: 'userPool.getCurrentUser()',
      to: 'await Auth.currentUserPoolUser()',
      reason: 'What another pool object stored is not read: the page shares one session.',
    },
  ],
  'refresh-token.js': [PROMISE],
  'refresh-token.s4.js': [PROMISE],
  'refresh-token-of-auth0.js': [PROMISE],
  'verify-attribute.js': [CATCH],
  'with-authenticator.js': [ELLIPSIS],
};

/** Where a sample is cut in parts that run one after another. */
export interface Cut {
  /** Each later part begins with one of these. */
  readonly before: readonly string[];
  readonly reason: string;
}

const CODE_IS_SENT = 'The second part needs the code that the first has sent.';
const IS_ASKED = 'The second part answers what the first has been asked.';
const AT_ONCE = 'Three settings at once: which of them is the last is not said.';

export const CUTS: Readonly<Record<string, Cut>> = {
  'sign-in.js': { before: ['// If MFA is enabled'], reason: IS_ASKED },
  'sign-in.s2.js': { before: ['// If MFA is enabled'], reason: IS_ASKED },
  'sign-up.js': { before: ['// After retrieveing'], reason: CODE_IS_SENT },
  'sign-out.s1.js': {
    before: ['// By doing this'],
    reason: 'The second part needs another sign-in: the first ends it.',
  },
  'forgot-password.js': { before: ['// Collect'], reason: CODE_IS_SENT },
  'verify-attribute.js': { before: ['// To verify'], reason: CODE_IS_SENT },
  'enable-totp.js': {
    before: ['// ...\n\n// Then'],
    reason: 'The second part needs a code of the key that the first got.',
  },
  'preferred-mfa.js': { before: ['// Select SMS', '// Select no-mfa'], reason: AT_ONCE },
  'preferred-mfa.s2.js': { before: ['// Select SMS', '// Select no-mfa'], reason: AT_ONCE },
};

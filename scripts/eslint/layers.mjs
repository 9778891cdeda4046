/**
 * Who may import whom, as eslint rules. docs/decisions/0009 tells why; this file is the law.
 */

const FOLDERS = [
  'config',
  'cognito',
  'providers',
  'session',
  'client',
  'machine',
  'kit',
  'elements',
  'define',
  'compat',
  'text',
  'styles',
  'testing',
  'frameworks',
];
const FILES = [
  'auth.js',
  'auth-state.js',
  'callback.js',
  'cdn.js',
  'define.js',
  'index.js',
  'misuse.js',
  'opening.js',
  'when-idle.js',
];

/**
 * @typedef {object} Layer What one part of src/ may import besides itself.
 * @property {string} files Where it lies.
 * @property {string[]} [knows] Parts that it may use completely.
 * @property {string[]} [types] Parts of which it may use the types.
 * @property {string[]} [leaves] Single files of those that it may use completely.
 * @property {string[]} [packages] npm packages.
 */

/** @type {Record<string, Layer>} */
const LAYERS = {
  config: { files: 'src/config/**', types: ['providers'] },
  'callback.js': { files: 'src/callback.ts', types: ['session'], leaves: ['session/arrival.js'] },
  cognito: { files: 'src/cognito/**', types: ['config'], leaves: ['config/domain.js'] },
  providers: {
    files: 'src/providers/**',
    types: ['cognito', 'config'],
    leaves: [
      'cognito/abortable.js',
      'cognito/errors.js',
      'cognito/exceptions.js',
      'cognito/json.js',
      'cognito/jwt.js',
      'cognito/random-text.js',
      'cognito/secret.js',
      'cognito/with-deadline.js',
    ],
  },
  session: { files: 'src/session/**', knows: ['cognito'], types: ['config', 'providers'] },
  client: {
    files: 'src/client/**',
    knows: ['config', 'cognito', 'providers', 'session', 'misuse.js'],
  },
  // A page may misuse any part.
  'misuse.js': { files: 'src/misuse.ts' },
  machine: {
    files: 'src/machine/**',
    knows: ['misuse.js'],
    types: ['auth-state.js', 'client', 'cognito'],
    leaves: [
      'client/flow-methods.js',
      'cognito/errors.js',
      'cognito/failures.js',
      'cognito/own.js',
      'cognito/secret.js',
    ],
    packages: ['xstate'],
  },
  text: { files: 'src/text/**', types: ['cognito'] },
  styles: { files: 'src/styles/**', packages: ['lit'] },
  'auth-state.js': { files: 'src/auth-state.ts', types: ['client', 'cognito'] },
  'when-idle.js': { files: 'src/when-idle.ts' },
  // The chart is loaded when the first screen has been drawn.
  'opening.js': {
    files: 'src/opening.ts',
    knows: ['auth-state.js', 'when-idle.js'],
    types: ['client', 'cognito', 'machine'],
    leaves: ['cognito/errors.js', 'cognito/own.js'],
  },
  'auth.js': {
    files: 'src/auth.ts',
    knows: ['auth-state.js', 'config', 'client', 'opening.js', 'text'],
    types: ['machine', 'cognito'],
    leaves: ['cognito/own.js'],
    packages: ['xstate'],
  },
  kit: {
    files: 'src/kit/**',
    knows: ['auth.js', 'auth-state.js', 'misuse.js', 'text', 'styles', 'when-idle.js'],
    types: ['config', 'client', 'machine', 'cognito', 'providers'],
    leaves: [
      'config/attributes.js',
      'config/parse-url.js',
      'config/provider-names.js',
      'cognito/environment.js',
      'cognito/errors.js',
      'cognito/own.js',
      'cognito/says-same.js',
      'cognito/secret.js',
    ],
    packages: ['lit', 'uqr'],
  },
  elements: {
    files: 'src/elements/**',
    knows: ['auth-state.js', 'kit', 'text', 'styles', 'when-idle.js'],
    types: ['auth.js', 'config', 'client', 'machine', 'cognito'],
    leaves: ['config/asks-password.js', 'cognito/errors.js', 'cognito/secret.js', 'cognito/totp.js'],
    packages: ['lit'],
  },
  define: { files: 'src/define/**', knows: ['elements'] },
  compat: {
    files: 'src/compat/**',
    knows: ['config', 'client', 'text', 'callback.js', 'misuse.js'],
    leaves: [
      'cognito/errors.js',
      'cognito/json.js',
      'cognito/jwt.js',
      'cognito/login-keys.js',
      'cognito/says-same.js',
      'cognito/secret.js',
      'session/arrival.js',
      'session/has-stored-session.js',
    ],
    types: ['cognito', 'session'],
    packages: ['amazon-cognito-identity-js'],
  },
  'compat-components': {
    files: 'src/compat/components/**',
    knows: ['auth.js', 'auth-state.js', 'callback.js', 'compat', 'define', 'elements', 'kit', 'misuse.js', 'text'],
    types: ['client', 'config'],
    packages: ['lit'],
  },
  testing: {
    files: 'src/testing/**',
    knows: ['auth.js', 'client'],
    types: ['machine', 'cognito'],
    leaves: ['cognito/errors.js', 'cognito/secret.js'],
    packages: ['xstate'],
  },
  // Types alone.
  frameworks: { files: 'src/frameworks/**', types: ['elements', 'kit'], packages: ['react', 'svelte', 'vue'] },
};

/** Files that may use a package their layer may not. */
const EXCEPTIONS = [
  { layer: 'cognito', files: 'src/cognito/srp/library-hashing.ts', packages: ['amazon-cognito-identity-js'] },
  { layer: 'cognito', files: 'src/cognito/identity-pool.ts', packages: ['@aws-sdk/client-cognito-identity'] },
  { layer: 'kit', files: 'src/kit/phone/phone-numbers.ts', packages: ['libphonenumber-js'] },
  { layer: 'providers', files: 'src/providers/oidc.ts', packages: ['oauth4webapi'] },
];

/**
 * Every dynamic import that leaves its folder. Each is a door through the layers, so each is listed here.
 *
 * @type {Record<string, string[]>}
 */
const DOORS = {
  'src/auth.ts': ['./config/readers/describe-pool.js'],
  'src/client/cognito-client.ts': ['./account/open-account.js'],
  'src/client/federation/direct-logins.ts': ['../../providers/oidc.js'],
  'src/client/federation/grants.ts': ['../../cognito/oauth/implicit-grant.js'],
  'src/client/prompts/passkey.ts': ['../account/passkeys.js'],
  'src/config/readers/amplify-storage.ts': ['../../session/cookie-store.js'],
  'src/compat/open-pool.ts': ['../client/cognito-client.js'],
  'src/elements/auth-sign-in.ts': ['../kit/controllers/passkey-entry-controller.js'],
  'src/kit/auth-consumer.ts': ['./form/explain-error.js'],
  'src/kit/controllers/misuse-controller.ts': ['../misuse/watch.js'],
  'src/kit/form/form-state.ts': ['../phone/phone-entry.js'],
  'src/kit/form/submission.ts': ['../misuse/tell-late-problem.js'],
  'src/kit/greet.ts': ['../text/en.js'],
  'src/kit/google-button.ts': ['../providers/google.js'],
  'src/kit/provider-element.ts': ['../config/attributes.js', './misuse/tell-refusal.js'],
  'src/kit/rendering/light-styles.ts': ['../../styles/details.styles.js'],
  'src/kit/rendering/style-layer.ts': ['../misuse/tell-layer.js'],
  'src/opening.ts': ['./machine/start-chart.js'],
  'src/text/languages.ts': ['./en/error-words.js'],
};

/** @param {string} part */
const pattern = (part) => (part.endsWith('.js') ? `**/${part}` : `**/${part}/**`);

/**
 * @param {string} name
 * @param {Layer} layer
 * @returns {import('eslint').Linter.Config}
 */
function rule(name, { files, knows = [], types = [], leaves = [], packages = [] }) {
  const others = [...FOLDERS, ...FILES].filter((part) => ![name, ...knows, ...types].includes(part));
  const allowed = packages.map((name) => name.replace('/', '\\/')).join('|') || '-';
  return {
    name: `layers/${name}`,
    files: [files],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: others.map(pattern), message: `${name} must not know this layer.` },
            ...(types.length > 0
              ? [
                  {
                    group: [...types.map(pattern), ...leaves.map((leaf) => `!**/${leaf}`)],
                    allowTypeImports: true,
                    message: `${name} may only use the types of this layer.`,
                  },
                ]
              : []),
            { regex: `^(?![.])(?!(?:${allowed})(?:/|$))`, message: `${name} must not use this package.` },
          ],
        },
      ],
    },
  };
}

/** @param {string[]} targets */
const dynamicImports = (targets) => ({
  selector: `ImportExpression:not(${['[source.value=/^\\.\\/[^/]+$/]', ...targets.map((target) => `[source.value="${target}"]`)].join(', ')})`,
  message:
    'A dynamic import that leaves its folder is a door through the layers: list it in scripts/eslint/layers.mjs.',
});

/** @type {import('eslint').Linter.Config[]} */
export const layers = [
  ...Object.entries(LAYERS).map(([name, layer]) => rule(name, layer)),
  ...EXCEPTIONS.map(({ layer, ...exception }) => rule(layer, { ...LAYERS[layer], ...exception })),
  {
    name: 'layers/pure',
    files: ['src/machine/**', 'src/text/**'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'fetch'].map((name) => ({
          name,
          message: 'The chart and the texts do no I/O.',
        })),
      ],
    },
  },
  { name: 'layers/doors', files: ['src/**'], rules: { 'no-restricted-syntax': ['error', dynamicImports([])] } },
  ...Object.entries(DOORS).map(
    ([file, targets]) =>
      /** @type {import('eslint').Linter.Config} */ ({
        name: `layers/doors/${file}`,
        files: [file],
        rules: { 'no-restricted-syntax': ['error', dynamicImports(targets)] },
      }),
  ),
  {
    name: 'layers/local-cognito',
    files: ['demo/cognito/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['**/src/**', 'auth-elements', 'auth-elements/*'],
              message: 'The local Cognito proves the client: it must not share code with it.',
            },
          ],
        },
      ],
    },
  },
];

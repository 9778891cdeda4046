// @ts-nocheck The types of three of these plugins do not fit defineConfig.
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { explainedCast } from './scripts/eslint/explained-cast.mjs';
import { layers } from './scripts/eslint/layers.mjs';

const SCRIPT_SINKS = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'setHTMLUnsafe'];

export default defineConfig(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'demo/frameworks/', 'test/seeds/samples/'] },
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  lit.configs['flat/recommended'],
  wc.configs['flat/recommended'],
  {
    plugins: { 'lit-a11y': litA11y },
    rules: litA11y.configs.recommended.rules,
  },
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'max-lines': ['error', 400],
      'no-eval': 'error',
      // The compiler knows better what is defined.
      'no-undef': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // A number, a boolean and a nullish value read the same in a template as in String().
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `() => emit()` in place of a callback that answers nothing is how charts and listeners are written.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // `input: void` is how xstate says that an actor needs none.
      '@typescript-eslint/no-invalid-void-type': 'off',
      // A type parameter used once still names what a caller passes, and its error messages.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Methods that lit calls, and event listeners in templates, are bound by lit.
      '@typescript-eslint/unbound-method': 'off',
      // Does not see that LitElement has all the callbacks.
      'wc/guard-super-call': 'off',
      // Safari takes a list without bullets for no list, unless its role is written down.
      'lit-a11y/no-redundant-role': 'off',
      // A method that answers a promise is async, also when it has nothing to wait for.
      '@typescript-eslint/require-await': 'off',
      'lit/ban-attributes': ['error', 'style'],
      'lit/no-template-bind': 'error',
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: 'directives/(unsafe-(html|svg|mathml|static)|style-map)|static-html',
              message: 'Strict content security policies forbid what this writes.',
            },
            {
              regex: '^\\.{1,2}/(?!.*\\.(js|mjs|json|css|svelte)(\\?|$))',
              message: 'Write the extension .js.',
            },
          ],
        },
      ],
      'no-restricted-properties': [
        'error',
        ...SCRIPT_SINKS.map((property) => ({ property, message: 'Text that becomes markup becomes script.' })),
        { object: 'document', property: 'write', message: 'Text that becomes markup becomes script.' },
      ],
    },
  },
  {
    files: ['{src,demo,test}/**/*.ts'],
    rules: {
      'no-restricted-exports': [
        'error',
        {
          restrictDefaultExports: {
            direct: true,
            named: true,
            defaultFrom: true,
            namedFrom: true,
            namespaceFrom: true,
          },
        },
      ],
    },
  },
  {
    files: ['src/**'],
    plugins: { project: { rules: { 'explained-cast': explainedCast } } },
    rules: { 'max-lines': ['error', 300], 'no-console': 'error', 'project/explained-cast': 'error' },
  },
  {
    files: ['src/misuse.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['src/compat/**', 'test/compat/**'],
    rules: {
      // All of amazon-cognito-identity-js is: to serve apps that were written with it is what these files are for.
      '@typescript-eslint/no-deprecated': 'off',
      // The guides compare texts that promises reject with.
      '@typescript-eslint/only-throw-error': 'off',
    },
  },
  {
    files: ['src/compat/{auth,index}.ts'],
    // The guides import it so.
    rules: { 'no-restricted-exports': 'off' },
  },
  {
    // Types that are added to those of a framework are written as these are.
    files: ['src/frameworks/**'],
    rules: { '@typescript-eslint/no-namespace': 'off', '@typescript-eslint/no-empty-object-type': 'off' },
  },
  {
    // One long table each, and nothing to understand in it.
    files: ['src/text/*.ts', 'src/frameworks/elements.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    // What is not there fails here at once, with a line number. In src/ it has to be thought of.
    files: ['demo/**', 'test/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['test/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: "CallExpression[callee.property.name='waitForFunction'] > [async=true]",
          message: 'A promise is always truthy: wait in Node, by until().',
        },
      ],
      // chai's assertions are properties.
      '@typescript-eslint/no-unused-expressions': 'off',
      // The promise of node:test's it() and test() is the runner's own.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['it', 'test', 'describe', 'suite'] },
            // open-wc compares markup asynchronously, and its types say so of every equal().
            { from: 'package', package: '@open-wc/semantic-dom-diff', name: ['equal', 'Equal'] },
          ],
        },
      ],
    },
  },
  {
    // setup({ types: {} as … }) is how xstate is told its types; the rule sees an assertion without effect.
    files: ['src/machine/setup.ts'],
    rules: { '@typescript-eslint/no-unnecessary-type-assertion': 'off' },
  },
  {
    // Scripts read JSON and untyped tools; the compiler checks what there is to check.
    files: ['**/*.{js,mjs}'],
    rules: {
      '@typescript-eslint/ban-ts-comment': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
  layers,
);

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { before, describe, it } from 'node:test';
import { ROOT } from '../../scripts/sources.mjs';
import { blocksOf } from '../support/blocks.mjs';
import { problemsIn } from '../support/framework-app.mjs';
import { installPackage } from '../support/packed-package.mjs';

/** @typedef {import('../support/framework-app.mjs').Problem} Problem */

/** What a page with React gets, and what other JSX. */
const JSX_ACCEPTS = `
  <auth-authenticator
    user-pool-id="us-east-1_Example1"
    user-pool-client-id="abc123"
    login-mechanisms="email phone_number"
    heading-level="1"
    hide-default
    hide={['sign-up']}
    theme="dark"
    config={{ userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' }}
    class="wide"
    onauth-signed-in={({ user }) => user.username satisfies string}
    onauth-submit={(event) => event.fail({ message: event.screen })}
    ref={(element) => void element?.auth?.getTokens()}
  >
    <p>The app</p>
    <auth-sign-out slot="footer" global={true}>Leave</auth-sign-out>
  </auth-authenticator>`;

const JSX_REFUSES = {
  'an attribute’s wrong value': '<auth-authenticator auth-flow="SRP" />',
  'a wrong value of an attribute that is a property too': '<auth-authenticator theme="blue" />',
  'a number that is none': '<auth-authenticator heading-level="big" />',
  'an unknown property': '<auth-authenticator userPoolIdd="us-east-1_Example1" />',
  'a property’s wrong value': '<auth-authenticator config={{ userPoolId: 5 }} />',
  'words where the property takes a list': '<auth-authenticator hide="sign-up" />',
  'what an event does not have': '<auth-authenticator onauth-signed-in={(event) => event.token} />',
  'a listener that is none': '<auth-authenticator onauth-signed-in="leave()" />',
  'the listener of another event': '<auth-provider onauth-error={(event: SubmitEvent) => event.submitter} />',
  'a property that would be taken for a listener': '<auth-authenticator onStateChange={() => undefined} />',
  'a property of another element': '<auth-sign-in userPoolId="us-east-1_Example1" />',
  'an unknown element': '<auth-sign-inn />',
};

const VUE_ACCEPTS = `
  <auth-authenticator
    user-pool-id="us-east-1_Example1"
    user-pool-client-id="abc123"
    login-mechanisms="email phone_number"
    heading-level="1"
    hide-default
    :hide="['sign-up']"
    theme="dark"
    :config="{ userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123' }"
    class="wide"
    @auth-signed-in="({ user }) => user.username satisfies string"
    @auth-submit="$event.fail({ message: $event.screen })"
  >
    <p>The app</p>
    <auth-sign-out slot="footer" :global="true">Leave</auth-sign-out>
  </auth-authenticator>`;

const VUE_REFUSES = {
  'an attribute’s wrong value': '<auth-authenticator auth-flow="SRP" />',
  'a wrong value of an attribute that is a property too': '<auth-authenticator theme="blue" />',
  'a number that is none': '<auth-authenticator heading-level="big" />',
  'an unknown attribute': '<auth-authenticator user-pool-idd="us-east-1_Example1" />',
  'a property’s wrong value': '<auth-authenticator :config="{ userPoolId: 5 }" />',
  'words where the property takes a list': '<auth-authenticator hide="sign-up" />',
  'what an event does not have': '<auth-authenticator @auth-signed-in="(event) => event.token" />',
  'an unknown event': '<auth-authenticator @auth-signed-inn="() => undefined" />',
  'the listener of another event': '<auth-provider @auth-error="(event: SubmitEvent) => event.submitter" />',
  'an attribute of another element': '<auth-sign-in user-pool-id="us-east-1_Example1" />',
  'an unknown element': '<auth-sign-inn />',
};

const SVELTE_REFUSES = Object.fromEntries(
  Object.entries(JSX_REFUSES).flatMap(([title, markup]) => {
    // Svelte knows every element and the DOM's own listeners.
    if (markup.includes('sign-inn')) return [];
    return [[title, markup.replace(/<([\w-]+)(.*) \/>/, '<$1$2></$1>')]];
  }),
);

/**
 * How markup of a framework becomes a file, and what its types accept and refuse.
 *
 * @type {Record<string, { file: string, head: string, line: (markup: string, index: number) => string, tail?: string, accepts: string, refuses: Record<string, string> }>}
 */
const FRAMEWORKS = {
  'JSX of React': {
    file: 'react.tsx',
    head: `import type {} from 'auth-elements/react';`,
    line: (markup, index) => `export const element${String(index)} = ${markup};`,
    accepts: JSX_ACCEPTS.replace('class=', 'className='),
    refuses: JSX_REFUSES,
  },
  'JSX of others': {
    file: 'jsx.tsx',
    head: `/** @jsxRuntime classic */ /** @jsx h */ import type {} from 'auth-elements/jsx'; declare const h: (...all: unknown[]) => unknown; declare global { namespace JSX { interface ElementChildrenAttribute { children: unknown } interface IntrinsicElements { p: { children?: unknown } } } }`,
    line: (markup, index) => `export const element${String(index)} = ${markup};`,
    accepts: JSX_ACCEPTS,
    refuses: JSX_REFUSES,
  },
  'a template of Vue': {
    file: 'Page.vue',
    head: `<script setup lang="ts"> import type {} from 'auth-elements/vue'; </script> <template>`,
    line: (markup) => markup,
    tail: '</template>',
    accepts: VUE_ACCEPTS,
    refuses: VUE_REFUSES,
  },
  'a component of Svelte': {
    file: 'Page.svelte',
    head: `<script lang="ts"> import type {} from 'auth-elements/svelte'; </script>`,
    line: (markup) => markup,
    accepts: JSX_ACCEPTS.replace(/ref=.*/, ''),
    refuses: SVELTE_REFUSES,
  },
};

/** The frameworks that the page shows an app of. */
const SHOWN = ['Plain HTML', 'Vite', 'React', 'Vue', 'Svelte', 'Angular', 'Next'];

const samples = blocksOf('docs/frameworks.md');

/**
 * The file of a sample, which its first line names. TypeScript checks JavaScript too.
 *
 * @param {{ language: string, code: string }} sample
 */
function fileOf({ language, code }) {
  const [, name = ''] = /^(?:\/\/|<!--) ([\w.-]+)/.exec(code) ?? [];
  assert.ok(name.endsWith(`.${language}`), `The first line of a sample names its file: ${code}`);
  return name.replace(/\.js$/, '.ts');
}

/** @type {Problem[]} */
let problems = [];
before(async () => {
  const trials = Object.values(FRAMEWORKS).flatMap(({ file, head, line, tail = '', accepts, refuses }) => [
    [`Right${file}`, [head, line(accepts, 0), tail].join('\n')],
    [`Wrong${file}`, [head, ...Object.values(refuses).map(line), tail].join('\n')],
  ]);
  const shown = samples.flatMap((sample) => (sample.language === 'html' ? [] : [[fileOf(sample), sample.code]]));
  problems = await problemsIn(Object.fromEntries([...trials, ...shown]));
});

describe('The types of the elements', () => {
  for (const [framework, { file, refuses }] of Object.entries(FRAMEWORKS)) {
    describe(`in ${framework}`, () => {
      it('accept attributes, properties, listeners and children', () => {
        assert.deepEqual(
          problems.filter((problem) => problem.file === `Right${file}`),
          [],
        );
      });

      Object.keys(refuses).forEach((title, index) => {
        it(`refuse ${title}`, () => {
          const found = problems.filter(({ file: other, line }) => other === `Wrong${file}` && line === index + 2);
          assert.notDeepEqual(found, []);
        });
      });
    });
  }
});

describe('The page about frameworks', () => {
  it('shows code that compiles, and nothing else is wrong', () => {
    const trials = Object.values(FRAMEWORKS).flatMap(({ file }) => [`Right${file}`, `Wrong${file}`]);
    assert.deepEqual(
      problems.filter(({ file }) => !trials.includes(file)),
      [],
    );
  });

  it('has a sample for each of them', () => {
    const sections = samples.map(({ name }) => name.replace(/, \d+$/, ''));
    assert.deepEqual([...new Set(sections)], SHOWN);
  });

  it('shows markup that the elements know', () => {
    /** @type {{ modules: { declarations: { tagName?: string, attributes?: { name: string }[] }[] }[] }} */
    const { modules } = JSON.parse(readFileSync(`${ROOT}custom-elements.json`, 'utf8'));
    const elements = modules.flatMap(({ declarations }) => declarations);
    const markup = samples.flatMap(({ language, code }) => (language === 'html' ? code : [])).join('\n');
    const tags = [...markup.matchAll(/<(auth-[\w-]+)([^>]*)>/g)];
    assert.ok(tags.length > 0);
    for (const [, tag, attributes = ''] of tags) {
      const known = elements.find(({ tagName }) => tagName === tag)?.attributes?.map(({ name }) => name) ?? [];
      for (const [, name = ''] of attributes.matchAll(/([\w-]+)=/g)) assert.ok(known.includes(name), `${tag} ${name}`);
    }
  });

  it('is right that a server can import the package, and renders the tag and its attributes alone', async () => {
    const script = `
      import 'auth-elements/define';
      import 'auth-elements/react';
      import { createElement } from 'react';
      import { renderToString } from 'react-dom/server';
      const listener = () => undefined;
      const props = { 'user-pool-id': 'us-east-1_Example1', config: { userPoolClientId: 'abc123' }, 'onauth-error': listener };
      console.log(renderToString(createElement('auth-authenticator', props, createElement('p', null, 'The app'))));`;
    const cwd = `${await installPackage()}/..`;
    const options = /** @type {const} */ ({ cwd, encoding: 'utf8' });
    assert.equal(
      execFileSync(process.execPath, ['--input-type=module', '--eval', script], options).trim(),
      '<auth-authenticator user-pool-id="us-east-1_Example1"><p>The app</p></auth-authenticator>',
    );
  });
});

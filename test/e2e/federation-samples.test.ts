import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { PASSWORD } from '../../demo/cognito/index.js';
import { blocksOf } from '../support/blocks.mjs';
import type { Block } from '../support/blocks.mjs';
import { APP } from '../support/demo.js';
import { setSampleStage } from '../support/sample-stage.js';

const BLOCKS = blocksOf('docs/federation.md');

/** What the page does that has a token of Google. Then it has what the sample names. */
const SCRIPT_OF_PAGE = `
  const { id } = google.accounts;
  const callback = ({ credential: token }) =>
    Object.assign(globalThis, { auth: sample.auth, token, expiresAt: Date.now() + 600_000 });
  id.initialize({ client_id: 'local-google', callback });
  id.prompt();
`;

const blockNamed = (name: string): Block =>
  BLOCKS.find((block) => block.name === name) ?? assert.fail(`docs/federation.md has no sample “${name}”.`);

describe('A sample of docs/federation.md', () => {
  const stage = setSampleStage();

  const signsInAt = async (there: Page, login = 'gina'): Promise<void> => {
    await there.getByRole('textbox').fill(login);
    await there.getByRole('button', { name: 'Continue', exact: true }).click();
  };

  const opensWindow = async (button: string): Promise<Page> => {
    const { page } = stage;
    const [popup] = await Promise.all([page.waitForEvent('popup'), page.getByRole('button', { name: button }).click()]);
    return popup;
  };

  /** Waits for the page of the provider. */
  const isAtProvider = async (): Promise<void> => {
    await stage.page.getByRole('button', { name: 'Cancel', exact: true }).waitFor();
    assert.equal(new URL(stage.page.url()).origin, stage.cognito.upstream);
  };

  /** Signs in by a provider to which the user leaves. */
  const comesBackBy = async (button: string, login?: string): Promise<void> => {
    await stage.person.presses(button);
    await isAtProvider();
    await signsInAt(stage.page, login);
    await stage.person.reads(APP);
    assert.equal(stage.page.url(), stage.home);
  };

  const signsOut = async (): Promise<void> => {
    await stage.person.presses('Sign out');
    await stage.person.isAt('Sign in');
  };

  /** What the user has: whose tokens of the user pool (or why there are none), and AWS credentials of a user. */
  const belongings = () =>
    stage.page.evaluate(async () => {
      const { auth } = window.sample;
      const tokens = await auth.getTokens().then(
        () => auth.getState().user?.username,
        (error: unknown) => (error as { readonly code: string }).code,
      );
      const identity = await auth.identity();
      const isUser = await auth.getCredentials().then(
        ({ authenticated }) => authenticated,
        (error: unknown) => (error as { readonly code: string }).code,
      );
      return { tokens, provider: identity?.provider, isUser };
    });

  /** Each sample, and what the text around it promises. */
  const TESTS: Readonly<Record<string, (sample: Block) => void>> = {
    'By the user pool': (sample) => {
      for (const [button, username] of Object.entries({
        'Continue with Google': 'google_gina',
        'Continue with Apple': 'signinwithapple_gina',
        'Continue with Example Inc.': 'okta_gina',
      })) {
        it(`signs a user in by “${button}”, with tokens of the user pool, and out again`, async () => {
          await stage.opens({ scripts: [sample] });
          await comesBackBy(button);
          assert.equal((await belongings()).tokens, username);
          await signsOut();
          await stage.page.waitForURL(stage.home);
          await stage.person.isAt('Sign in');
        });
      }

      it('shows the picture', async () => {
        await stage.opens({ scripts: [sample] });
        const button = stage.person.app.getByRole('button', { name: 'Continue with Example Inc.' });
        await button.locator('img[src$="/example.svg"]').waitFor();
      });
    },

    'By the mail domain': (sample) => {
      const isAskedForPassword = async (username: string): Promise<void> => {
        await stage.person.app.getByLabel('Password', { exact: true }).waitFor();
        assert.equal(await stage.person.valueOf('Username'), username);
      };
      const identifies = async (identifier: string): Promise<void> => {
        await stage.opens({ scripts: [sample] });
        await stage.person.isAt('Sign in');
        assert.equal(await stage.person.sees('Password'), false);
        await stage.person.types('Username', identifier);
        await stage.person.presses('Continue');
      };

      for (const [identifier, username] of Object.entries({
        'gina@example.com': 'okta_gina',
        'gina@example.org': 'examplesaml_gina',
      })) {
        it(`leads ${identifier} to the provider, who is told who comes`, async () => {
          await identifies(identifier);
          await isAtProvider();
          assert.equal(await stage.page.getByRole('textbox').inputValue(), identifier);
          await signsInAt(stage.page);
          await stage.person.reads(APP);
          assert.equal((await belongings()).tokens, username);
        });
      }

      it('asks for the password where there is no provider', async () => {
        await identifies('hana@example.net');
        await isAskedForPassword('hana@example.net');
        await stage.person.types('Username', 'hana');
        await stage.person.types('Password', PASSWORD);
        await stage.person.presses('Sign in');
        await stage.person.reads(APP);
      });

      it('asks a user for the password who comes back without an answer', async () => {
        await identifies('gina@example.com');
        await isAtProvider();
        await stage.page.getByRole('button', { name: 'Cancel', exact: true }).click();
        await isAskedForPassword('gina@example.com');
      });
    },

    'Where the buttons are': (sample) => {
      const opens = () => stage.opens({ scripts: [blockNamed('By the user pool')], markup: sample });

      it('leads to the provider', async () => {
        await opens();
        await comesBackBy('Use my Google account');
        assert.equal((await belongings()).tokens, 'google_gina');
      });

      it('leads to the sign-in pages', async () => {
        await opens();
        await stage.person.presses('All other ways');
        await stage.page.getByLabel('Username or email').waitFor();
      });

      it('says meanwhile which button was pressed', async () => {
        await opens();
        // An answer without content (RFC 9110, section 15.3.5): the user stays, and no other page is on its way.
        await stage.page.route('**/oauth2/authorize**', (route) => route.fulfill({ status: 204 }));
        await stage.person.presses('All other ways');
        const button = (name: string) => stage.person.app.getByRole('button', { name, disabled: true });
        await button('All other ways').and(stage.page.locator('[aria-busy="true"]')).waitFor();
        await button('Use my Google account').and(stage.page.locator(':not([aria-busy])')).waitFor();
      });
    },

    'The one used last': (sample) => {
      it('marks the provider by which the last user has signed in', async () => {
        await stage.opens({ scripts: [blockNamed('By the user pool')], markup: sample });
        await comesBackBy('Continue with Google');
        await signsOut();
        await stage.person.app.getByRole('button', { name: 'Continue with Google Last used' }).waitFor();
        await stage.person.app.getByRole('button', { name: 'Continue with Apple', exact: true }).waitFor();
      });
    },

    'Without a user pool': (sample) => {
      it('has AWS credentials of a guest, no form, and no tokens of a user pool', async () => {
        await stage.opens({ scripts: [sample] });
        await stage.person.isAt('Sign in');
        assert.equal(await stage.person.app.getByRole('textbox').count(), 0);
        assert.deepEqual(await belongings(), { tokens: 'session-expired', provider: undefined, isUser: false });
      });
    },

    'Without a user pool, 2': (sample) => {
      /** As the script of the provider does it: the page has its token then. */
      const bringsToken = async (): Promise<void> => {
        const { page } = stage;
        await page.addScriptTag({ url: 'https://accounts.google.com/gsi/client' });
        await page.addScriptTag({ type: 'module', content: SCRIPT_OF_PAGE });
        await signsInAt(await opensWindow('Choose an account'));
        await page.waitForFunction(() => 'token' in window);
      };

      for (const [around, button] of Object.entries({
        'Without a user pool': undefined,
        // Drawn by Google, which asks with the last options.
        'Providers beside the user pool': 'Continue with Google',
      })) {
        it(`signs a user in whose token the page has, as configured in “${around}”`, async () => {
          await stage.opens({ scripts: [blockNamed(around)] });
          if (button) await stage.page.getByRole('button', { name: button }).waitFor();
          await bringsToken();
          await stage.page.addScriptTag({ type: 'module', content: stage.scriptOf(sample) });
          await stage.person.reads(APP);
          assert.deepEqual(await belongings(), {
            tokens: 'unsupported',
            provider: 'accounts.google.com',
            isUser: true,
          });
          assert.deepEqual(await stage.page.evaluate(() => window.sample.heard), ['signed in Gina']);
        });
      }
    },

    'Providers beside the user pool': (sample) => {
      for (const [button, provider] of Object.entries({
        'Continue with Google': 'accounts.google.com',
        'Continue with Facebook': 'graph.facebook.com',
      })) {
        it(`signs a user in by “${button}” in a window, with AWS credentials alone`, async () => {
          await stage.opens({ scripts: [sample] });
          await signsInAt(await opensWindow(button));
          await stage.person.reads(APP);
          assert.deepEqual(await belongings(), { tokens: 'unsupported', provider, isUser: true });
          await signsOut();
        });
      }

      it('signs a user in by an issuer, with AWS credentials alone, and out there too', async () => {
        await stage.opens({ scripts: [sample] });
        await comesBackBy('Continue with Example Inc.');
        const provider = new URL(stage.cognito.upstream!).host;
        assert.deepEqual(await belongings(), { tokens: 'unsupported', provider, isUser: true });
        await stage.person.presses('Sign out');
        await stage.page.getByRole('button', { name: 'Sign out', exact: true }).click();
        await stage.page.waitForURL(stage.home);
        await stage.person.isAt('Sign in');
      });

      it('leaves the form to the users of the user pool', async () => {
        await stage.opens({ scripts: [sample] });
        await stage.person.signsIn('hana', PASSWORD);
        await stage.person.reads(APP);
        assert.deepEqual(await belongings(), { tokens: 'hana', provider: undefined, isUser: true });
      });
    },

    'Content security policy': (sample) => {
      const opens = (policy: string) => stage.opens({ scripts: [blockNamed('By the user pool')], policy });

      it('allows all that a redirect needs', async () => {
        await opens(stage.replaced(sample).trim());
        await comesBackBy('Continue with Google');
        assert.equal((await belongings()).tokens, 'google_gina');
      });

      it('allows the form too', async () => {
        await opens(stage.replaced(sample).trim());
        await stage.person.signsIn('hana', PASSWORD);
        await stage.person.reads(APP);
      });

      it('names the domain of the user pool, as the redirect fails without it', async () => {
        await opens(stage.replaced(sample).trim().replace(`https://${stage.cognito.tlsDomain!}`, ''));
        await stage.person.presses('Continue with Google');
        await isAtProvider();
        await signsInAt(stage.page);
        await stage.person.isAt('Sign in');
        await stage.page.waitForFunction(() => window.sample.heard.includes('error offline'));
      });
    },
  };

  for (const block of BLOCKS) {
    describe(`in “${block.name}”`, () => {
      const test = TESTS[block.name] ?? (() => it('is run', () => assert.fail('No test runs it.')));
      test(block);
    });
  }

  it('is in the document, for each of these tests', () => {
    assert.deepEqual(
      Object.keys(TESTS),
      BLOCKS.map(({ name }) => name).filter((name) => name in TESTS),
    );
  });
});

import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import fc from 'fast-check';
import { addUsers } from '../../demo/cognito/index.js';
import { Secret } from '../../src/cognito/secret.js';
import { Stage } from '../client/stage.js';
import { expectError, expectStep } from '../contracts/client.contract.js';
import { trials } from '../support/trials.js';

const FLOWS = ['USER_SRP_AUTH', 'USER_PASSWORD_AUTH'] as const;
const ATTRIBUTES = { email_verified: 'true' };

let stage: Stage;
let people = 0;
before(async () => {
  stage = await Stage.open();
});
after(() => stage.close());

/** Adds a user with this password. Returns the user name. */
function moveIn(password: string, attributes: Readonly<Record<string, string>> = {}): string {
  const username = `person${(people += 1).toString()}`;
  const pool = stage.cognito.store.pools[0]!;
  addUsers(stage.cognito.store, pool, [
    { username, password, note: '', attributes: { email: `${username}@example.com`, ...ATTRIBUTES, ...attributes } },
  ]);
  return username;
}

/** Passwords of every script, in any normalization, with lone surrogates and with spaces around. */
const password = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
    fc.constantFrom(
      'e\u0301',
      '\u00e9',
      '\ud800',
      '\udc00x',
      '👩‍👩‍👧',
      '密码',
      ' spaces around ',
      '\u00a0',
      '\u200b',
      'ß',
      'İ',
      '\0',
    ),
  )
  .filter((text) => text.length > 0);

describe('A password', () => {
  for (const authFlow of FLOWS) {
    it(`signs in when it was typed byte for byte, over ${authFlow}`, async () => {
      await fc.assert(
        fc.asyncProperty(password, async (typed) => {
          const username = moveIn(typed);
          expectStep(await stage.client({ authFlow }).signIn({ username, password: new Secret(typed) }), 'done');
        }),
        { numRuns: trials(15, 200) },
      );
    });

    it(`does not sign in when it only looks the same, over ${authFlow}`, async () => {
      for (const [right, wrong] of [
        ['caf\u00e9-Caf\u00e9-7', 'cafe\u0301-Cafe\u0301-7'],
        ['Correct-Horse-7', 'Correct-Horse-7 '],
        ['Correct-Horse-7', '\u200bCorrect-Horse-7'],
        ['Correct-Horse-7', 'Ｃorrect-Horse-7'],
        ['Stra\u00dfe-7', 'Strasse-7'],
      ] as const) {
        const username = moveIn(right);
        const client = stage.client({ authFlow });
        await expectError(client.signIn({ username, password: new Secret(wrong) }), 'credentials');
        expectStep(await client.signIn({ username, password: new Secret(right) }), 'done');
      }
    });
  }

  it('is sent as it was typed, with spaces', async () => {
    const username = moveIn('Correct-Horse-7');
    let sent = '';
    stage.intercept = async (request, pass) => {
      sent = await request.clone().text();
      return pass();
    };
    const client = stage.client({ authFlow: 'USER_PASSWORD_AUTH' });
    await expectError(client.signIn({ username, password: new Secret('  Correct-Horse-7\t') }), 'credentials');
    assert.ok(sent.includes('"PASSWORD":"  Correct-Horse-7\\t"'), sent);
    stage.intercept = (_, pass) => pass();
  });
});

describe('One account, by any name that its owner types', () => {
  for (const authFlow of FLOWS) {
    it(`leaves one session, of the same user, over ${authFlow}`, async () => {
      const username = moveIn('Correct-Horse-7');
      const names = [username, username.toUpperCase(), `${username}@example.com`, `${username}@EXAMPLE.com`];
      const subs = new Set<string>();
      for (const name of names) {
        const client = stage.client({ authFlow });
        const { user } = expectStep(
          await client.signIn({ username: name, password: new Secret('Correct-Horse-7') }),
          'done',
        );
        assert.equal(user.username, username);
        subs.add(user.sub);
        assert.deepEqual([...stage.kept.keys()], ['auth-elements.abc123']);
      }
      assert.equal(subs.size, 1);
    });
  }

  it('accepts the second factor after an alias', async () => {
    const username = moveIn('Correct-Horse-7', { phone_number: '+15555550177', phone_number_verified: 'true' });
    stage.cognito.store.pools[0]!.users.find((user) => user.username === username)!.mfa.add('SMS_MFA');
    const client = stage.client();
    const name = `${username}@EXAMPLE.com`;
    const step = expectStep(
      await client.signIn({ username: name, password: new Secret('Correct-Horse-7') }),
      'confirmSignIn',
    );
    assert.equal(step.ticket.username, name);
    const answer = new Secret(stage.cognito.outbox.latest('+15555550177').code);
    assert.equal(expectStep(await client.answer({ ticket: step.ticket, answer }), 'done').user.username, username);
  });
});

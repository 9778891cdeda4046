import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { runInThisContext } from 'node:vm';
import ts from 'typescript';
import { PASSWORD } from '../../demo/cognito/index.js';
import * as compat from '../../src/compat/index.js';
import { blocksOf } from '../support/blocks.mjs';
import { CompatStage, TestStorage } from './compat-stage.js';

const PAGE = 'docs/compat.md';

/** All samples of the page, one after another, as a function of what they leave open. */
const PROGRAM = ts.transpileModule(
  blocksOf(PAGE)
    .map(({ code }) => code)
    .join('\n'),
  { compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 } },
).outputText;

/** What the samples have when the last one has run. */
interface Ended {
  readonly user: compat.CompatUser;
  nameOf(storage: TestStorage): Promise<string | undefined>;
}

type Program = (...values: unknown[]) => Promise<Ended>;

describe('What docs/compat.md shows', () => {
  let stage: CompatStage;
  let logged: unknown[];
  let sent: string[];
  beforeEach(async () => {
    stage = await CompatStage.open();
    [logged, sent] = [[], []];
  });
  afterEach(() => stage.close());

  const run = (code: string): Promise<Ended> => {
    const { endpoint } = stage.cognito;
    const given = {
      require: () => compat,
      exports: {},
      console: { log: (...values: unknown[]) => logged.push(values.join(' ')) },
      askForCode: () => Promise.resolve(stage.code('+15555550100')),
      fetch: (_: string, { headers }: { headers: { Authorization: string } }) => sent.push(headers.Authorization),
    };
    const text = code.replaceAll("userPoolWebClientId: 'abc123'", `$&, endpoint: '${endpoint}'`);
    const program = runInThisContext(
      `async (${Object.keys(given).join(', ')}) => {${text}\nreturn { user, nameOf };}`,
    ) as Program;
    return program(...Object.values(given));
  };

  it('signs in, and says what the comments say', async () => {
    const { user, nameOf } = await run(PROGRAM);
    assert.deepEqual(logged, [
      'signIn',
      'jane@example.com',
      'signIn_failure',
      'NotAuthorizedException Incorrect username or password.',
      'AuthError Username cannot be empty',
      'signOut',
      'The user is not authenticated',
    ]);
    assert.equal(user.getUsername(), 'jane');
    assert.match(sent.join(), /^eyJ/);
    const storage = new TestStorage();
    await stage.page({ storage }).signIn('jane', PASSWORD);
    assert.equal(await nameOf(storage), 'jane');
    assert.equal(await nameOf(new TestStorage()), undefined);
  });

  it('asks for the code where there is a challenge', async () => {
    const { user } = await run(PROGRAM.replace("'jane'", "'sue'"));
    assert.equal(user.getUsername(), 'sue');
    assert.equal(logged[1], 'sue@example.com');
  });

  it('may log a user: that shows tokens, and neither passwords nor codes', async () => {
    const { Auth } = stage;
    const user = await Auth.signIn('sue', PASSWORD);
    const code = stage.code('+15555550100');
    const asked = JSON.stringify(user);
    assert.ok(asked.includes(user.Session!));
    await Auth.confirmSignIn(user, code);
    const signedIn = JSON.stringify(user);
    assert.ok(signedIn.includes(user.getSignInUserSession()!.getAccessToken().getJwtToken()));
    for (const text of [asked, signedIn]) {
      assert.ok(!text.includes(PASSWORD));
      assert.ok(!text.includes(`"${code}"`));
    }
  });
});

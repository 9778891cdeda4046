/**
 * Records what Amplify 5 answers to the calls of the transcript, and what it has left in the stores of a browser once a user
 * is signed in: `npx tsx scripts/record-amplify.ts <folder> [words]`. The folder is one where
 * `npm install @aws-amplify/auth@5.6.24` was run: Amplify 5 is no dependency of this package. With words, only what has
 * these words in its title is performed, and printed.
 */
import '../test/compat/transcript/network.js';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { record } from '../test/compat/left/record.js';
import { SCENES } from '../test/compat/left/scenes.js';
import { CALLS } from '../test/compat/transcript/calls/index.js';
import type { LegacyAuth, LegacyHub, Open } from '../test/compat/transcript/subject.js';
import { transcribe } from '../test/compat/transcript/transcribe.js';

const [TRANSCRIPT, LEFT] = ['transcript', 'left'].map((name) =>
  resolve(import.meta.dirname, `../test/compat/${name}/amplify-5.6.json`),
) as [string, string];

/** What is used of `@aws-amplify/core`. `listeners` is a list that only `Hub` itself is meant to know. */
interface Core {
  readonly Amplify: { register(category: unknown): void };
  readonly Hub: LegacyHub & { listeners: unknown };
  readonly ConsoleLogger: { LOG_LEVEL: string };
}
/** What is used of `@aws-amplify/auth`, whose class is exported through its one instance only. */
interface AmplifyAuth {
  readonly Auth: { readonly constructor: new (config: null) => LegacyAuth & { readonly Credentials: Credentials } };
}
interface Credentials {
  clear(): Promise<void>;
}

const [folder, ...words] = process.argv.slice(2);
if (folder === undefined || !existsSync(resolve(folder, 'node_modules/@aws-amplify/auth/package.json'))) {
  console.error(
    'Usage: npx tsx scripts/record-amplify.ts <folder> [words]\n' +
      `There is no node_modules/@aws-amplify/auth in the folder ${folder ?? '(none was named)'}.\n` +
      'To make one: npm install --prefix <folder> @aws-amplify/auth@5.6.24',
  );
  process.exit(1);
}

const require = createRequire(import.meta.url);
const installed = (name: string): unknown => require(resolve(folder, 'node_modules/@aws-amplify', name));
const { Auth: Singleton } = installed('auth') as AmplifyAuth;
const { Amplify, Hub, ConsoleLogger } = installed('core') as Core;
ConsoleLogger.LOG_LEVEL = 'NONE';
// Some of its promises are handled by nothing when they are rejected: transcribe() records that.
process.on('unhandledRejection', () => undefined);

/** An `Auth` without configuration, and a `Hub` that nothing listens to. */
const open: Open = async () => {
  Hub.listeners = [];
  const Auth = new Singleton.constructor(null);
  // As the module does with the instance that it makes: it is the one that credentials ask.
  Amplify.register(Auth);
  await Auth.Credentials.clear();
  return { Auth, Hub };
};

const chosen = <Titled extends { readonly title: string }>(all: readonly Titled[]): readonly Titled[] =>
  all.filter(({ title }) => words.every((word) => title.includes(word)));

/** Writes a recording into its file; with words, prints it. */
async function keep(target: string, recording: object): Promise<void> {
  const text = await format(JSON.stringify(recording), { ...(await resolveConfig(target)), filepath: target });
  if (words.length > 0) console.log(text);
  else writeFileSync(target, text);
  console.error(`${Object.keys(recording).length} recorded.`);
}

await keep(TRANSCRIPT, await transcribe(open, chosen(CALLS)));
await keep(LEFT, await record(open, chosen(SCENES)));
// A sign-in may still ask whether the account has been confirmed.
process.exit();

/**
 * Records what Amplify 5 answers to the calls of the transcript: `npx tsx scripts/record-amplify.ts <folder> [words]`. The
 * folder is one where `npm install @aws-amplify/auth@5.6.24` was run: Amplify 5 is no dependency of this package. With
 * words, only the calls with these words in their titles are performed, and printed.
 */
import '../test/compat/transcript/network.js';
import { existsSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { CALLS } from '../test/compat/transcript/calls/index.js';
import type { LegacyAuth, LegacyHub, Open } from '../test/compat/transcript/subject.js';
import { transcribe } from '../test/compat/transcript/transcribe.js';

const TARGET = resolve(import.meta.dirname, '../test/compat/transcript/amplify-5.6.json');

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

const chosen = CALLS.filter(({ title }) => words.every((word) => title.includes(word)));
const transcript = await transcribe(open, chosen);
const text = await format(JSON.stringify(transcript), { ...(await resolveConfig(TARGET)), filepath: TARGET });
if (words.length > 0) console.log(text);
else writeFileSync(TARGET, text);
console.error(`${chosen.length} calls.`);
// A sign-in may still ask whether the account has been confirmed.
process.exit();

import { createAuth } from '../../auth.js';
import type { Auth } from '../../auth.js';
import type { ForeignConfig } from '../../config/config.js';
import { AuthAuthenticator } from '../../elements/auth-authenticator.js';
import { configure } from '../../kit/context/context.js';
import type { PlainKey } from '../../text/text.js';
import { Auth as AuthOfGuides, coreOf } from '../auth-class.js';
import { Hub } from '../hub.js';
import { I18n } from '../i18n.js';
import { textOf } from './page-text.js';

/** What components are set to say, by keys of the vocabulary. */
const sentences = new Map<PlainKey, string>();
/** What the page has translated last. */
let latest: ReturnType<typeof textOf> | undefined;
/** The `Auth` of the elements, on the client of the guides' `Auth`. */
let shared: Auth | undefined;

/** The `Auth` of all elements of the page; undefined before the page has configured it. */
export const sharedAuth = (): Auth | undefined => shared;

/** Has all elements of the page use the client of the guides' `Auth`: what one does, the other shows. */
function share(): void {
  const core = coreOf(AuthOfGuides);
  if (!core?.isConfigured || core.client === shared?.client) return;
  const replaced = shared;
  const { client, config } = core;
  // Both what is written for `Auth`, and what describes the user pool beside it. What it holds is checked where it is read.
  const described: ForeignConfig = { Auth: config, ...(config as object) };
  shared = configure(createAuth(described, { client }));
  void speak();
  replaced?.stop();
}

/** Has the elements say what the page has translated. */
async function speak(): Promise<void> {
  const translated = (latest = textOf(I18n, Object.fromEntries(sentences)));
  const text = await translated;
  if (shared && text && translated === latest) configure(shared, { text });
}

/** Has elements say a sentence in place of their own, as the page has translated it. */
export function say(key: PlainKey, sentence: string): void {
  if (sentences.get(key) === sentence) return;
  sentences.set(key, sentence);
  void speak();
}

AuthAuthenticator.authDataOf = (auth) => {
  const { user, step } = auth.getState();
  const core = auth === shared ? coreOf(AuthOfGuides) : undefined;
  if (user) return core?.userObjectOf(user) ?? user;
  // Who signs up has no challenge, and the guides hand over the name.
  return step?.name === 'confirmSignUp' ? step.username : step && core?.askedUserOf(step);
};

Hub.listen('auth', ({ payload }) => {
  if (payload.event === 'configured') share();
});
I18n.watch(() => void speak());
share();

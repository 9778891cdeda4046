import '../../src/define.js';
import type { Auth, AuthErrorEvent, AuthSignedInEvent } from '../../src/index.js';
import { defaultSettings } from '../../src/kit/context/context.js';

// What a sample imports as `auth-elements`.
export * from '../../src/index.js';

/** What a test asks of a page with a sample. */
export interface SamplePage {
  /** The one that the sample has configured. */
  readonly auth: Auth;
  /** The events of the authenticator: their types, with what they say. */
  readonly heard: readonly string[];
}

declare global {
  interface Window {
    sample: SamplePage;
  }
}

const heard: string[] = [];
addEventListener('auth-signed-in', ({ user }: AuthSignedInEvent) => heard.push(`signed in ${user.username}`));
addEventListener('auth-error', ({ code }: AuthErrorEvent) => heard.push(`error ${code}`));

window.sample = {
  get auth() {
    const { auth } = defaultSettings();
    if (!auth) throw new Error('The sample has configured nothing.');
    return auth;
  },
  heard,
};

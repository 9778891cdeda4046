import type { AuthState } from '../../auth-state.js';
import type { Auth } from '../../auth.js';
import { AuthAuthenticator } from '../../elements/auth-authenticator.js';
import { sharedAuth } from './share.js';

/** The state in which what was sent last has an answer. */
const settled = (auth: Auth): Promise<AuthState> =>
  new Promise((resolve) => {
    const stop = auth.subscribe((state) => {
      if (state.isBusy || state.screen === 'loading') return;
      resolve(state);
      // The first call comes before there is anything to stop.
      queueMicrotask(() => stop());
    });
  });

/**
 * Has the user sign in at a provider, as a press of its button does: forms say that they are busy, and what went wrong.
 * Resolves with the user object of `Auth`, and with undefined where no user is signed in. For the sign-in pages of the user
 * pool, the page is left.
 *
 * @param provider Its name; empty: the sign-in pages.
 * @throws Error without a configuration.
 */
export async function signInAt(provider: string): Promise<unknown> {
  const auth = sharedAuth();
  if (!auth) throw new Error('No provider can be asked before Amplify.configure() was called.');
  auth.send({ type: 'federate', ...(provider && { provider }) });
  await settled(auth);
  return AuthAuthenticator.authDataOf(auth);
}

/** Loads what a provider needs to open a window at once. */
export function prepareFor(provider: string): void {
  const auth = sharedAuth();
  const isBeside = auth?.pool.providers?.some((each) => typeof each === 'object' && each.name === provider);
  if (isBeside) void auth?.client.prepare({ provider });
}

import { AuthError } from '../cognito/errors.js';
import type { AuthClient } from './auth-client.js';

/** A client that is not there yet: created with the first call, and asked as soon as it is. */
export function deferredClient(create: () => Promise<AuthClient>): AuthClient {
  let created: Promise<AuthClient> | undefined;
  const client = (): Promise<AuthClient> =>
    (created ??= create().catch((cause: unknown) => {
      const detail = cause instanceof Error ? cause.message : undefined;
      throw new AuthError('configuration', { cause, ...(detail && { detail }) });
    }));
  return {
    restore: async (...input) => (await client()).restore(...input),
    signIn: async (...input) => (await client()).signIn(...input),
    answer: async (...input) => (await client()).answer(...input),
    signUp: async (...input) => (await client()).signUp(...input),
    confirmSignUp: async (...input) => (await client()).confirmSignUp(...input),
    resendSignUpCode: async (...input) => (await client()).resendSignUpCode(...input),
    forgotPassword: async (...input) => (await client()).forgotPassword(...input),
    resetPassword: async (...input) => (await client()).resetPassword(...input),
    setUpTotp: async (...input) => (await client()).setUpTotp(...input),
    signOut: async (...input) => (await client()).signOut(...input),
    getTokens: async (...input) => (await client()).getTokens(...input),
    prepare: () =>
      client()
        .then((ready) => ready.prepare())
        .catch(() => undefined),
    watch(listener) {
      let stop: (() => void) | undefined;
      let isWanted = true;
      void client().then(
        (ready) => {
          if (isWanted) stop = ready.watch(listener);
        },
        () => undefined,
      );
      return () => {
        isWanted = false;
        stop?.();
      };
    },
  };
}

import { valuesOf } from './values.js';

/** The functions of Amplify 5 that bring newer tokens, in whose answers some keys have other names. */
export const refreshHandlersOf = (handlers: unknown): unknown =>
  Object.fromEntries(
    Object.entries(valuesOf(handlers)).map(([name, handler]) => [
      name,
      typeof handler === 'function' ? async () => loginOf(await Reflect.apply(handler, undefined, [])) : handler,
    ]),
  );

function loginOf(answer: unknown): unknown {
  const { expires_at: expiresAt, identity_id: identityId, ...others } = valuesOf(answer);
  return { ...(expiresAt !== undefined && { expiresAt }), ...(identityId !== undefined && { identityId }), ...others };
}

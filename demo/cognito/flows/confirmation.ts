import type { Store } from '../store/store.js';
import type { UserContext } from '../store/user-context.js';
import { attributesFor, callTrigger } from '../triggers/call-trigger.js';

/** Calls the trigger after an account was confirmed, or its password was reset by a code. */
export const afterConfirmation = (
  context: UserContext,
  source: 'ConfirmSignUp' | 'ConfirmForgotPassword',
): Promise<unknown> =>
  callTrigger(context, 'postConfirmation', {
    source,
    userName: context.user.username,
    request: {
      userAttributes: attributesFor(context.user),
      ...(context.clientMetadata && { clientMetadata: context.clientMetadata }),
    },
    response: {},
  });

/** Confirms an account. */
export async function confirmAccount(store: Store, context: UserContext): Promise<void> {
  context.user.status = 'CONFIRMED';
  context.user.modified = store.now();
  await afterConfirmation(context, 'ConfirmSignUp');
}

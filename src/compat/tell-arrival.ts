import type { Step } from '../client/step.js';
import { HUB_MESSAGES } from './hub-messages.js';
import type { CompatUser } from './open-pool.js';
import { inWordsOfCognito } from './cognito-errors.js';
import type { FederatedUser } from './federated-info.js';
import type { Teller } from './teller.js';
import { nameOf } from './user-name.js';

/** Tells what a redirect has brought to this page. The address is told without the code and the state in it. */
export function tellArrival(
  teller: Teller,
  step: Extract<Step, { readonly name: 'done' | 'signIn' }>,
  user: CompatUser | FederatedUser | null,
): void {
  teller.tell('parsingCallbackUrl', { url: location.origin + location.pathname }, 'The callback url is being parsed');
  const error = step.name === 'done' ? step.redirect?.error : step.error;
  if (error) {
    const failure = inWordsOfCognito(error);
    teller.tell('signIn_failure', failure, 'The OAuth response flow failed');
    teller.tell('cognitoHostedUI_failure', failure, 'A failure occurred when returning to the Cognito Hosted UI');
    teller.tell('customState_failure', failure, 'A failure occurred when returning state');
  } else if (step.name === 'done' && user) {
    const name = nameOf(user);
    teller.tell('signIn', user, HUB_MESSAGES.signIn(name));
    teller.tell('cognitoHostedUI', user, `A user ${name} has been signed in via Cognito Hosted UI`);
    const { customState } = step.redirect ?? {};
    if (customState !== undefined) teller.tell('customOAuthState', customState, `State for user ${name}`);
  }
}

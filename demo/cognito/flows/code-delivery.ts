import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import { sendCode } from '../store/codes.js';
import type { CodePurpose } from '../store/codes.js';
import type { Contact } from '../store/model.js';
import type { Wording } from '../store/outbox.js';
import type { Store } from '../store/store.js';
import type { UserContext } from '../store/user-context.js';
import { attributesFor, callTrigger } from '../triggers/call-trigger.js';
import type { TriggerEvents } from '../triggers/trigger-events.js';
import { linkFor } from './confirmation-link.js';

type Source = TriggerEvents['customMessage']['source'] extends `${string}_${infer Name}` ? Name : never;

/** The words of a message, if the pool has a trigger for them. */
export async function customMessageOf(context: UserContext, source: Source): Promise<Wording | undefined> {
  const { user, clientMetadata } = context;
  const words = await callTrigger(context, 'customMessage', {
    source,
    userName: user.username,
    request: {
      userAttributes: attributesFor(user),
      codeParameter: '{####}',
      usernameParameter: '{username}',
      ...(clientMetadata && { clientMetadata }),
    },
    response: {},
  });
  return words && { email: words.emailMessage, phone_number: words.smsMessage };
}

/** Sends somebody a code for a purpose, in the pool's own words if it has any. */
export const deliverCode = async (
  store: Store,
  context: UserContext,
  contact: Contact,
  purpose: CodePurpose,
  source: Source,
): Promise<CodeDeliveryDetailsType> => {
  const wording = await customMessageOf(context, source);
  const link = (code: string) => (purpose === 'sign-up' ? linkFor(context, contact, code) : undefined);
  return sendCode(store, context.user, contact, purpose, { wording, link });
};

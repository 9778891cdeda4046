import type { CodeDeliveryDetailsType } from '@aws-sdk/client-cognito-identity-provider';
import { sendCode } from '../store/codes.js';
import type { CodePurpose } from '../store/codes.js';
import type { Contact } from '../store/model.js';
import type { CustomText } from '../store/outbox.js';
import type { Store } from '../store/store.js';
import type { UserContext } from '../store/user-context.js';
import { attributesFor, callTrigger } from '../triggers/call-trigger.js';
import type { TriggerEvents } from '../triggers/trigger-events.js';
import { linkFor } from './confirmation-link.js';

type Source = TriggerEvents['customMessage']['source'] extends `${string}_${infer Name}` ? Name : never;

/** The text of a message from the custom message trigger, if the pool has one. */
export async function customMessageOf(context: UserContext, source: Source): Promise<CustomText | undefined> {
  const { user, clientMetadata } = context;
  const message = await callTrigger(context, 'customMessage', {
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
  return message && { email: message.emailMessage, phone_number: message.smsMessage };
}

/** Sends the user a code, with the text of the custom message trigger if there is one. */
export const deliverCode = async (
  store: Store,
  context: UserContext,
  contact: Contact,
  purpose: CodePurpose,
  source: Source,
): Promise<CodeDeliveryDetailsType> => {
  const customText = await customMessageOf(context, source);
  const link = (code: string) => (purpose === 'sign-up' ? linkFor(context, contact, code) : undefined);
  return sendCode(store, context.user, contact, purpose, { customText, link });
};

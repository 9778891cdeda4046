import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { newCode } from '../store/codes.js';
import type { Contact } from '../store/model.js';
import { masked } from '../store/outbox.js';
import type { Challenge } from '../store/sessions.js';
import type { Store } from '../store/store.js';
import type { UserContext } from '../store/user-context.js';
import { customMessageOf } from './code-delivery.js';

/** What the session keeps for the response to a challenge. */
export type Kept = Omit<Challenge, keyof UserContext | 'name' | 'expiresAt'>;

/** Opens a session for a challenge, and returns the response that carries both. */
export function issueChallenge(
  store: Store,
  { pool, client, user, deviceKey, deviceProved = false, isHosted = false }: UserContext,
  name: ChallengeNameType,
  parameters: Record<string, string> = {},
  kept: Kept = {},
): InitiateAuthResponse {
  const session = store.sessions.open({ pool, client, user, deviceKey, deviceProved, isHosted, name, ...kept });
  return { ChallengeName: name, Session: session, ChallengeParameters: parameters };
}

/** Sends a code and issues its challenge. For a simulated user nothing is sent, and the response looks the same. */
export async function issueCodeChallenge(
  store: Store,
  context: UserContext,
  name: 'SMS_MFA' | 'SMS_OTP' | 'EMAIL_OTP',
  kept: Kept = {},
): Promise<InitiateAuthResponse> {
  const contact: Contact = name === 'EMAIL_OTP' ? 'email' : 'phone_number';
  const code = newCode(kept.purpose === 'first-factor' ? 8 : 6);
  if (kept.unknownUsername === undefined) {
    const customText = await customMessageOf(context, 'Authentication');
    store.outbox.send('mfa', context.user, contact, code, store.now(), { customText });
  }
  const parameters = {
    CODE_DELIVERY_DELIVERY_MEDIUM: contact === 'email' ? 'EMAIL' : 'SMS',
    CODE_DELIVERY_DESTINATION: masked(contact, context.user.attributes.get(contact) ?? ''),
  };
  return issueChallenge(store, context, name, parameters, { ...kept, code });
}

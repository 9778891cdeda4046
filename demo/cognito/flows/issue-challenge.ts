import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { newCode } from '../store/codes.js';
import type { Contact } from '../store/model.js';
import { masked } from '../store/outbox.js';
import type { Challenge } from '../store/sessions.js';
import type { World } from '../store/store.js';
import type { Visit } from '../store/user-context.js';
import { wordingOf } from './code-delivery.js';

/** What a challenge keeps for its answer. */
export type Kept = Omit<Challenge, keyof Visit | 'name' | 'expiresAt'>;

/** Asks for something, and waits for the answer in a new session. */
export function ask(
  world: World,
  { pool, client, user, deviceKey, deviceProved = false }: Visit,
  name: ChallengeNameType,
  parameters: Record<string, string> = {},
  kept: Kept = {},
): InitiateAuthResponse {
  const session = world.sessions.open({ pool, client, user, deviceKey, deviceProved, name, ...kept });
  return { ChallengeName: name, Session: session, ChallengeParameters: parameters };
}

/** Sends a code and asks for it. Nothing is sent to somebody who does not exist, and the answer looks the same. */
export async function askForCode(
  world: World,
  visit: Visit,
  name: 'SMS_MFA' | 'SMS_OTP' | 'EMAIL_OTP',
  kept: Kept = {},
): Promise<InitiateAuthResponse> {
  const contact: Contact = name === 'EMAIL_OTP' ? 'email' : 'phone_number';
  const code = newCode();
  if (kept.decoyFor === undefined) {
    const wording = await wordingOf(visit, 'Authentication');
    world.outbox.send('mfa', visit.user, contact, code, world.now(), { wording });
  }
  const parameters = {
    CODE_DELIVERY_DELIVERY_MEDIUM: contact === 'email' ? 'EMAIL' : 'SMS',
    CODE_DELIVERY_DESTINATION: masked(contact, visit.user.attributes.get(contact) ?? ''),
  };
  return ask(world, visit, name, parameters, { ...kept, code });
}

import type { ChallengeNameType, InitiateAuthResponse } from '@aws-sdk/client-cognito-identity-provider';
import { newCode } from './codes.js';
import { notAuthorized, passwordResetRequired, userNotConfirmed } from './errors.js';
import type { MfaMethod, User } from './model.js';
import { masked } from './outbox.js';
import { attributeList } from './users.js';
import type { Visit, World } from './world.js';

/** Who may not sign in at all, whatever the password. */
export function requireUsable(user: User): void {
  if (!user.enabled) throw notAuthorized('User is disabled.');
  if (user.status === 'UNCONFIRMED') throw userNotConfirmed();
  if (user.status === 'RESET_REQUIRED') throw passwordResetRequired();
}

/** The password was right: what is asked next, or the tokens. */
export async function afterPassword(world: World, visit: Visit): Promise<InitiateAuthResponse> {
  const { pool, user } = visit;
  if (user.status !== 'FORCE_CHANGE_PASSWORD') return mfaOrTokens(world, visit);
  if (user.temporaryUntil !== undefined && user.temporaryUntil <= world.now()) {
    throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
  }
  const known = attributeList(user).filter(({ Name }) => Name !== 'sub');
  return ask(world, visit, 'NEW_PASSWORD_REQUIRED', {
    USER_ID_FOR_SRP: user.username,
    requiredAttributes: JSON.stringify(
      pool.requiredAttributes.filter((name) => !user.attributes.has(name)).map((name) => `userAttributes.${name}`),
    ),
    userAttributes: JSON.stringify(Object.fromEntries(known.map(({ Name, Value }) => [Name, Value]))),
  });
}

/** The second factor, if there is one to ask for or to set up. */
export async function mfaOrTokens(world: World, visit: Visit): Promise<InitiateAuthResponse> {
  const { pool, user } = visit;
  const methods = pool.mfaMethods.filter((method) => canUse(user, method));
  const [only] = methods;
  if (pool.mfa === 'OFF') return tokens(world, visit);
  if (!only) {
    if (pool.mfa === 'OPTIONAL') return tokens(world, visit);
    return ask(world, visit, 'MFA_SETUP', { MFAS_CAN_SETUP: JSON.stringify(['SOFTWARE_TOKEN_MFA']) });
  }
  const chosen = methods.length === 1 ? only : user.preferredMfa;
  return chosen
    ? askMfa(world, visit, chosen)
    : ask(world, visit, 'SELECT_MFA_TYPE', { MFAS_CAN_CHOOSE: JSON.stringify(methods) });
}

/** Asks for the code of a second factor, and sends it when it has to be sent. */
export async function askMfa(world: World, visit: Visit, method: MfaMethod): Promise<InitiateAuthResponse> {
  return ASK_MFA[method](world, visit);
}

const ASK_MFA: Record<MfaMethod, (world: World, visit: Visit) => InitiateAuthResponse> = {
  SOFTWARE_TOKEN_MFA: (world, visit) =>
    ask(world, visit, 'SOFTWARE_TOKEN_MFA', { FRIENDLY_DEVICE_NAME: 'Authenticator app' }),
  SMS_MFA: (world, visit) => {
    const code = newCode();
    world.outbox.send('mfa', visit.user, 'phone_number', code, world.now());
    const destination = masked('phone_number', visit.user.attributes.get('phone_number') ?? '');
    const parameters = { CODE_DELIVERY_DELIVERY_MEDIUM: 'SMS', CODE_DELIVERY_DESTINATION: destination };
    return ask(world, visit, 'SMS_MFA', parameters, code);
  },
};

const canUse = (user: User, method: MfaMethod): boolean =>
  user.mfa.has(method) &&
  (method === 'SMS_MFA' ? Boolean(user.attributes.get('phone_number')) : user.totp?.verified === true);

/** Nothing more to ask. */
export const tokens = async (world: World, visit: Visit): Promise<InitiateAuthResponse> => ({
  ChallengeParameters: {},
  AuthenticationResult: await world.tokens.issue(visit),
});

function ask(
  world: World,
  { pool, client, user }: Visit,
  name: ChallengeNameType,
  parameters: Record<string, string>,
  code?: string,
): InitiateAuthResponse {
  const challenge = { pool, client, user, name, ...(code !== undefined && { code }) };
  return { ChallengeName: name, Session: world.sessions.open(challenge), ChallengeParameters: parameters };
}

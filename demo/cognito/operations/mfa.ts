import { required } from '../callers.js';
import { enableSoftwareTokenMfa, invalidParameter, softwareTokenNotFound } from '../errors.js';
import type { MfaMethod, User } from '../model.js';
import type { Operations } from '../operations.js';
import type { Visit, World } from '../world.js';
import { isTotpRight, newTotpSecret } from '../totp.js';

interface Asked {
  readonly AccessToken?: string | undefined;
  readonly Session?: string | undefined;
}

/** Somebody who is signed in, or in the middle of it. */
const whoever = async (world: World, { AccessToken, Session }: Asked): Promise<Visit> =>
  AccessToken ? world.tokens.verify(AccessToken) : world.sessions.get(Session, undefined, ['MFA_SETUP']);

/** Second factors: setting them up, and choosing among them. */
export const mfaOperations = {
  AssociateSoftwareToken: async (world, request) => {
    const { pool, client, user } = await whoever(world, request);
    if (!pool.mfaMethods.includes('SOFTWARE_TOKEN_MFA')) throw softwareTokenNotFound();
    const secret = newTotpSecret();
    user.pendingTotp = secret;
    if (request.AccessToken) return { SecretCode: secret };
    world.sessions.close(request.Session);
    return { SecretCode: secret, Session: world.sessions.open({ pool, client, user, name: 'MFA_SETUP' }) };
  },

  VerifySoftwareToken: async (world, request) => {
    const { pool, client, user } = await whoever(world, request);
    const secret = user.pendingTotp;
    if (!secret) throw invalidParameter('There is no software token to verify.');
    if (!isTotpRight(user, secret, required(request.UserCode, 'userCode'), world.now())) {
      if (request.Session) world.sessions.miss(request.Session);
      throw enableSoftwareTokenMfa();
    }
    user.pendingTotp = undefined;
    if (request.AccessToken) return { Status: 'SUCCESS' };
    world.sessions.close(request.Session);
    const session = world.sessions.open({ pool, client, user, name: 'MFA_SETUP', verified: true });
    return { Status: 'SUCCESS', Session: session };
  },

  SetUserMFAPreference: async (world, { AccessToken, SMSMfaSettings, SoftwareTokenMfaSettings }) => {
    const { user } = await world.tokens.verify(AccessToken);
    if (SoftwareTokenMfaSettings?.Enabled && !user.totp?.verified) {
      throw invalidParameter('User has not verified software token mfa');
    }
    if (SMSMfaSettings?.Enabled && user.attributes.get('phone_number_verified') !== 'true') {
      throw invalidParameter('User does not have delivery config set to turn on SMS_MFA');
    }
    if (SMSMfaSettings?.PreferredMfa && SoftwareTokenMfaSettings?.PreferredMfa) {
      throw invalidParameter('Only one MFA method can be preferred.');
    }
    prefer(user, 'SMS_MFA', SMSMfaSettings);
    prefer(user, 'SOFTWARE_TOKEN_MFA', SoftwareTokenMfaSettings);
    return {};
  },
} satisfies Partial<Operations>;

function prefer(
  user: User,
  method: MfaMethod,
  settings: { readonly Enabled?: boolean | undefined; readonly PreferredMfa?: boolean | undefined } | undefined,
): void {
  if (!settings) return;
  if (settings.Enabled) user.mfa.add(method);
  else user.mfa.delete(method);
  if (settings.Enabled && settings.PreferredMfa) user.preferredMfa = method;
  else if (user.preferredMfa === method) user.preferredMfa = undefined;
}

import { AuthError } from '../errors.js';
import { isUnanswered } from '../failures.js';
import type { Post } from '../json-protocol.js';
import { fieldsOf, isTrue } from '../json.js';
import type { Fields } from '../json.js';
import type { Secret } from '../secret.js';
import { prepareProof } from '../srp/prover.js';
import type { NewDevice } from './new-device.js';

/** A browser that can prove that it is the one Cognito knows. */
export interface Device extends NewDevice {
  readonly password: Secret;
}

/** The device that a sign-in comes from, until it turns out that Cognito does not know it, or that it is another user's. */
export interface SigningDevice {
  readonly known: Device | undefined;
  /** The name in the pool of the user who signs in, where Cognito confirms no device of a sign-in by the alias that was typed. */
  readonly owner: string | undefined;
  /**
   * Cognito has told who it is that signs in: from now on, the device is theirs or none.
   *
   * @param isReal Whether the name is the one in the pool for certain; else it may be what was typed.
   */
  meet(name: string, isReal: boolean): Promise<void>;
  /** Cognito does not know it as this user's: it is forgotten, unless it may be another user's. */
  refuse(): Promise<void>;
  forget(): Promise<void>;
  /** Is left out of the rest of this sign-in, and kept for the next one. */
  skip(): void;
  /** Cognito has refused the owner: the alias, which may be another user's by now, is sent as it was typed the next time. */
  disown(): void;
}

/**
 * DEVICE_SRP_AUTH and DEVICE_PASSWORD_VERIFIER: the device proves its password as a user does, with its key for
 * a name and its group for a pool. Returns what Cognito says then.
 *
 * @param answer The one that asks for it.
 * @param now Epoch milliseconds.
 */
export async function proveDevice(
  { key, groupKey, password }: Device,
  { answer, userId }: { readonly answer: Fields; readonly userId: string },
  post: Post,
  now: () => number,
): Promise<Fields> {
  const respond = (name: string, { Session }: Fields, responses: Fields) =>
    post('RespondToAuthChallenge', {
      ChallengeName: name,
      Session,
      ChallengeResponses: { USERNAME: userId, DEVICE_KEY: key, ...responses },
    });
  const proof = await prepareProof(groupKey);
  const asked = await respond('DEVICE_SRP_AUTH', answer, { SRP_A: proof.publicValue });
  const claim = await proof.answer(fieldsOf(asked['ChallengeParameters']), { userId: key, password }, now());
  return respond('DEVICE_PASSWORD_VERIFIER', asked, claim);
}

/**
 * ConfirmDevice: from now on, this browser can prove that it is this device. Where no answer comes, it may be able to; the
 * next sign-in will tell.
 *
 * @param post As the owner of the account.
 * @param name What a list of devices calls it.
 * @returns Whether the pool lets the user decide if the device replaces the second factor.
 * @throws AuthError when Cognito refuses.
 */
export async function confirmDevice(
  post: Post,
  device: NewDevice,
  name: string,
): Promise<{ readonly device: Device; readonly isAsking: boolean }> {
  const { createDevicePassword } = await import('./device-verifier.js').catch((cause: unknown) => {
    throw new AuthError('offline', { cause });
  });
  const { password, salt, verifier } = await createDevicePassword(device);
  const request = post('ConfirmDevice', {
    DeviceKey: device.key,
    DeviceName: name,
    DeviceSecretVerifierConfig: { Salt: salt, PasswordVerifier: verifier },
  });
  const answer = await request.catch((error: unknown): Fields => {
    if (isUnanswered(error)) return {};
    throw error;
  });
  return { device: { ...device, password }, isAsking: isTrue(answer, 'UserConfirmationNecessary') };
}

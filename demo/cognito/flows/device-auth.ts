import { randomBytes, randomUUID } from 'node:crypto';
import type { InitiateAuthResponse, NewDeviceMetadataType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, notAuthorized, resourceNotFound } from '../exceptions.js';
import type { Device, User } from '../store/model.js';
import type { Challenge } from '../store/sessions.js';
import { signedTime } from '../store/srp-time.js';
import { answerTo, padHex, proves } from '../store/srp.js';
import type { Verifier } from '../store/srp.js';
import type { Store } from '../store/store.js';
import type { UserContext } from '../store/user-context.js';
import { isUsername } from '../store/users.js';
import { issueChallenge } from './issue-challenge.js';
import { requiredParameter } from './required.js';

type Responses = Readonly<Record<string, string>>;

/** A confirmed device of the user. Throws when there is none with this key. */
export function deviceOf(user: User, key: string | undefined): Device & { readonly verifier: Verifier } {
  const device = user.devices.get(key ?? '');
  if (!device?.verifier) throw resourceNotFound('Device does not exist.');
  return { ...device, verifier: device.verifier };
}

/** The device that a sign-in names. Undefined when it names none, or the pool does not track devices. */
const deviceIn = ({ pool, user, deviceKey }: UserContext): Device | undefined =>
  pool.devices === 'OFF' || !deviceKey ? undefined : deviceOf(user, deviceKey);

/** Whether a sign-in names a remembered device, whose proof replaces the second factor. */
export const isTrusted = (context: UserContext): boolean => deviceIn(context)?.remembered === true;

/** Whether the device of a sign-in still has to prove its secret. */
export function needsDeviceProof(context: UserContext): boolean {
  const device = context.deviceProved ? undefined : deviceIn(context);
  return device !== undefined && (device.remembered || context.pool.challengesUnrememberedDevices);
}

/** The challenge in which a device proves its secret. */
export const issueDeviceChallenge = (store: Store, context: UserContext): InitiateAuthResponse =>
  issueChallenge(store, context, 'DEVICE_SRP_AUTH', {
    USERNAME: context.user.username,
    DEVICE_KEY: context.deviceKey ?? '',
  });

/** Registers a new device where the pool tracks devices. It counts once ConfirmDevice was called. */
export function registerDevice(
  store: Store,
  { pool, user, typedName = user.username, deviceKey }: UserContext,
): NewDeviceMetadataType | undefined {
  if (pool.devices === 'OFF' || deviceKey) return undefined;
  const key = `${pool.id.slice(0, pool.id.indexOf('_'))}_${randomUUID()}`;
  const groupKey = `-${randomBytes(6).toString('base64url').replace(/[-_]/g, 'x')}`;
  const now = store.now();
  const times = { created: now, modified: now, lastAuthenticated: now };
  const isOfAlias = !isUsername(pool, user, typedName);
  user.devices.set(key, {
    key,
    groupKey,
    isOfAlias,
    name: undefined,
    verifier: undefined,
    remembered: false,
    ...times,
  });
  return { DeviceKey: key, DeviceGroupKey: groupKey };
}

const hexOf = (base64: string): string => Buffer.from(base64, 'base64').toString('hex');

/** The SRP verifier in a ConfirmDevice request. */
export function verifierIn(salt: string | undefined, verifier: string | undefined): Verifier {
  if (!salt || !verifier) throw invalidParameter('Invalid device secret verifier.');
  return { salt: hexOf(salt), verifier: hexOf(verifier) };
}

function requireKey(challenge: Challenge, responses: Responses): Device & { readonly verifier: Verifier } {
  const key = requiredParameter(responses, 'DEVICE_KEY');
  if (key !== challenge.deviceKey) throw resourceNotFound('Device does not exist.');
  return deviceOf(challenge.user, key);
}

/** The server's half of the SRP proof. Its identity is device group and key, not pool and user name. */
export async function beginDeviceProof(
  store: Store,
  challenge: Challenge,
  responses: Responses,
): Promise<InitiateAuthResponse> {
  const { key, verifier } = requireKey(challenge, responses);
  const handshake = answerTo(requiredParameter(responses, 'SRP_A'), verifier);
  const secretBlock = randomBytes(64).toString('base64');
  const parameters = {
    SALT: padHex(BigInt(`0x${verifier.salt}`)),
    SECRET_BLOCK: secretBlock,
    SRP_B: padHex(handshake.serverPublic),
    USERNAME: challenge.user.username,
    DEVICE_KEY: key,
  };
  return issueChallenge(store, challenge, 'DEVICE_PASSWORD_VERIFIER', parameters, {
    deviceProof: { handshake, secretBlock },
  });
}

/** Checks the proof. Throws for a wrong one, and for another secret block. */
export function finishDeviceProof(store: Store, challenge: Challenge, responses: Responses): void {
  const { key, groupKey } = requireKey(challenge, responses);
  const { handshake, secretBlock } = challenge.deviceProof!;
  const time = signedTime(requiredParameter(responses, 'TIMESTAMP'));
  const message = [groupKey + key, Buffer.from(secretBlock, 'base64'), time];
  const isRight =
    responses['PASSWORD_CLAIM_SECRET_BLOCK'] === secretBlock &&
    proves(handshake, message, responses['PASSWORD_CLAIM_SIGNATURE'] ?? '');
  if (!isRight) throw notAuthorized();
  // `requireKey` has found it.
  challenge.user.devices.get(key)!.lastAuthenticated = store.now();
}

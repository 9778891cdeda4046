import { AuthError } from '../auth-errors.js';
import { CognitoError } from '../cognito-errors.js';
import type { AuthCore } from '../core.js';
import type { CompatUser } from '../open-pool.js';
import { answered } from '../promised.js';
import { currentUserPoolUser } from './session.js';

/** A device that the user pool remembers. */
export interface Device {
  /** DeviceKey. */
  readonly id: string;
  readonly name: string | undefined;
}

/** A device as Cognito describes it. */
interface DescribedDevice {
  readonly DeviceKey: string;
  readonly DeviceAttributes: readonly { readonly Name: string; readonly Value?: string }[];
}

/** The most that Cognito lists at once. */
const LIMIT = 60;

const NOT_SIGNED_IN = 'The user is not authenticated';

/** Asks something about devices, with the words that apps know for its failures. */
async function ask<Result>(call: Parameters<typeof answered<Result>>[0]): Promise<Result> {
  try {
    return await answered(call);
  } catch (error) {
    const { code = '' } = error instanceof CognitoError ? error : {};
    if (code === 'InvalidParameterException') throw new AuthError('device-configuration');
    if (code === 'NetworkError') throw new AuthError('network');
    throw error;
  }
}

/** The user who is signed in. Without one, this is the reason, which apps compare. */
async function currentUser(core: AuthCore, reason: Error | string): Promise<CompatUser> {
  // A storage that cannot be filled has a reason of its own.
  await core.filled();
  return currentUserPoolUser(core).catch(() => {
    throw reason;
  });
}

export async function rememberDevice(core: AuthCore): Promise<string> {
  const user = await currentUser(core, NOT_SIGNED_IN);
  return ask((callbacks) => user.setDeviceStatusRemembered(callbacks));
}

export async function forgetDevice(core: AuthCore): Promise<string> {
  const user = await currentUser(core, NOT_SIGNED_IN);
  return ask((callbacks) => user.forgetDevice(callbacks));
}

export async function fetchDevices(core: AuthCore): Promise<Device[]> {
  const user = await currentUser(core, new Error(NOT_SIGNED_IN));
  const { Devices } = await ask<{ readonly Devices: readonly DescribedDevice[] }>((callbacks) =>
    user.listDevices(LIMIT, null, callbacks),
  );
  return Devices.map(({ DeviceKey: id, DeviceAttributes }) => ({
    id,
    name: DeviceAttributes.find(({ Name }) => Name === 'device_name')?.Value,
  }));
}

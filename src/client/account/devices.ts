import { forgetDevice, listDevices, updateDeviceStatus } from '../../cognito/devices/devices.js';
import { AuthError } from '../../cognito/errors.js';
import type { DeviceAccount } from '../account-client.js';
import type { AccountRequest, Owner } from './account-request.js';

/** The devices of an account. */
export function deviceAccount(request: AccountRequest, { sub, devices }: Owner): DeviceAccount {
  /** The device of this key; by default this browser. */
  const keyOf = async (named: string | undefined): Promise<string> => {
    const key = named ?? (await devices.find(sub))?.key;
    if (!key) throw new AuthError('configuration', { detail: 'The pool does not know this device.' });
    return key;
  };

  return {
    fetchDevices: (options) =>
      request(async (post) => {
        const [all, here] = [await listDevices(post), await devices.find(sub)];
        return all.map((device) => ({ ...device, isCurrent: device.deviceKey === here?.key }));
      }, options),

    rememberDevice: ({ deviceKey, remembered = true, ...options } = {}) =>
      request(async (post) => updateDeviceStatus(post, await keyOf(deviceKey), remembered), options),

    forgetDevice: ({ deviceKey, ...options } = {}) =>
      request(async (post) => {
        const key = await keyOf(deviceKey);
        await forgetDevice(post, key);
        await devices.forget(key);
      }, options),
  };
}

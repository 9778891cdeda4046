import { forgetDevice, listDevices, updateDeviceStatus } from '../../cognito/devices/devices.js';
import { AuthError } from '../../cognito/errors.js';
import type { DeviceAccount } from '../account-client.js';
import type { Ask, Owner } from './account-request.js';

/** The devices of an account. */
export function deviceAccount(ask: Ask, { sub, devices }: Owner): DeviceAccount {
  /** The device that is meant: this one, unless another is named. */
  const keyOf = async (named: string | undefined): Promise<string> => {
    const key = named ?? (await devices.find(sub))?.key;
    if (!key) throw new AuthError('configuration', { detail: 'The pool does not know this device.' });
    return key;
  };

  return {
    fetchDevices: (options) =>
      ask(async (post) => {
        const [all, here] = [await listDevices(post), await devices.find(sub)];
        return all.map((device) => ({ ...device, isCurrent: device.deviceKey === here?.key }));
      }, options),

    rememberDevice: ({ deviceKey, remembered = true, ...options } = {}) =>
      ask(async (post) => updateDeviceStatus(post, await keyOf(deviceKey), remembered), options),

    forgetDevice: ({ deviceKey, ...options } = {}) =>
      ask(async (post) => {
        const key = await keyOf(deviceKey);
        await forgetDevice(post, key);
        await devices.forget(key);
      }, options),
  };
}

import { forgetDevice, listDevices, updateDeviceStatus } from '../../cognito/devices.js';
import type { DeviceAccount } from '../account-client.js';
import type { Ask, Owner } from './ask.js';

/** The devices of an account. */
export const deviceAccount = (ask: Ask, { sub, devices }: Owner): DeviceAccount => ({
  devices: (options) =>
    ask(async (post) => {
      const [all, here] = [await listDevices(post), await devices.find(sub)];
      return all.map((device) => ({ ...device, isCurrent: device.deviceKey === here?.key }));
    }, options),

  updateDeviceStatus: ({ deviceKey, remembered, ...options }) =>
    ask((post) => updateDeviceStatus(post, deviceKey, remembered), options),

  forgetDevice: ({ deviceKey, ...options }) =>
    ask(async (post) => {
      await forgetDevice(post, deviceKey);
      await devices.forget(deviceKey);
    }, options),
});

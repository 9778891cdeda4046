import type { DeviceType } from '@aws-sdk/client-cognito-identity-provider';
import { invalidParameter, resourceNotFound } from '../exceptions.js';
import { deviceOf, verifierIn } from '../flows/device-auth.js';
import { required } from '../flows/required.js';
import type { Device } from '../store/model.js';
import type { Operations } from './operation-types.js';

const describe = ({ key, name = '', remembered, created, modified, lastAuthenticated }: Device): DeviceType => ({
  DeviceKey: key,
  DeviceAttributes: [
    { Name: 'device_status', Value: 'valid' },
    { Name: 'device_name', Value: name },
    { Name: 'dev:device_remembered_status', Value: remembered ? 'remembered' : 'not_remembered' },
    { Name: 'last_ip_used', Value: '127.0.0.1' },
  ],
  DeviceCreateDate: new Date(created),
  DeviceLastModifiedDate: new Date(modified),
  DeviceLastAuthenticatedDate: new Date(lastAuthenticated),
});

const STATUS: Readonly<Record<string, boolean>> = { remembered: true, not_remembered: false };

/** The operations of a signed-in user on their devices. */
export const deviceOperations = {
  ConfirmDevice: async (store, { AccessToken, DeviceKey, DeviceName, DeviceSecretVerifierConfig = {} }) => {
    const { pool, user } = await store.tokens.verify(AccessToken);
    const device = user.devices.get(required(DeviceKey, 'deviceKey'));
    if (!device) throw resourceNotFound('Device does not exist.');
    if (device.isOfAlias && !pool.confirmsDevicesOfAliases) throw invalidParameter('Invalid device key given.');
    const { Salt, PasswordVerifier } = DeviceSecretVerifierConfig;
    device.verifier = verifierIn(Salt, PasswordVerifier);
    device.name = DeviceName;
    device.remembered = pool.devices === 'ALWAYS';
    device.modified = store.now();
    return { UserConfirmationNecessary: pool.devices === 'USER_OPT_IN' };
  },

  UpdateDeviceStatus: async (store, { AccessToken, DeviceKey, DeviceRememberedStatus = '' }) => {
    const { user } = await store.tokens.verify(AccessToken);
    const { key } = deviceOf(user, required(DeviceKey, 'deviceKey'));
    const remembered = STATUS[DeviceRememberedStatus];
    if (remembered === undefined) throw invalidParameter('Invalid device remembered status.');
    Object.assign(user.devices.get(key)!, { remembered, modified: store.now() });
    return {};
  },

  ForgetDevice: async (store, { AccessToken, DeviceKey }) => {
    const { user } = await store.tokens.verify(AccessToken);
    const { key } = deviceOf(user, required(DeviceKey, 'deviceKey'));
    user.devices.delete(key);
    return {};
  },

  GetDevice: async (store, { AccessToken, DeviceKey }) => {
    const { user } = await store.tokens.verify(AccessToken);
    return { Device: describe(deviceOf(user, required(DeviceKey, 'deviceKey'))) };
  },

  ListDevices: async (store, { AccessToken, Limit = 60, PaginationToken = '0' }) => {
    const { user } = await store.tokens.verify(AccessToken);
    const confirmed = [...user.devices.values()].filter(({ verifier }) => verifier !== undefined);
    const end = Number(PaginationToken) + Limit;
    return {
      Devices: confirmed.slice(Number(PaginationToken), end).map(describe),
      ...(end < confirmed.length && { PaginationToken: String(end) }),
    };
  },
} satisfies Partial<Operations>;

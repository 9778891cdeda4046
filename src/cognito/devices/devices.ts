import { unlessSuccess } from '../exceptions.js';
import type { Post } from '../json-protocol.js';
import { numberOf, requireText } from '../json.js';
import type { Fields } from '../json.js';
import { namedValues } from '../name-value.js';
import { allPages } from '../pagination.js';

/** A browser or an app that Cognito knows as a device of a user. */
export interface KnownDevice {
  readonly deviceKey: string;
  /** The name that it was confirmed with. */
  readonly name: string | undefined;
  readonly lastIpAddress: string | undefined;
  /** Whether it replaces the second factor; undefined where Cognito does not say. */
  readonly remembered: boolean | undefined;
  /** Epoch milliseconds, by Cognito's clock, as are those that follow. */
  readonly createdAt: number;
  readonly lastModifiedAt: number;
  readonly lastAuthenticatedAt: number;
}

/** The values of `dev:device_remembered_status`. */
const REMEMBERED = new Map<unknown, boolean>([
  ['remembered', true],
  ['not_remembered', false],
]);

/**
 * The device of a DeviceType.
 *
 * @throws AuthError `bad-response`
 */
function deviceOf(item: Fields): KnownDevice {
  const attributes = namedValues(item, 'DeviceAttributes');
  return {
    deviceKey: requireText(item, 'DeviceKey'),
    name: attributes.get('device_name'),
    lastIpAddress: attributes.get('last_ip_used'),
    remembered: REMEMBERED.get(attributes.get('dev:device_remembered_status')),
    createdAt: numberOf(item, 'DeviceCreateDate') * 1000,
    lastModifiedAt: numberOf(item, 'DeviceLastModifiedDate') * 1000,
    lastAuthenticatedAt: numberOf(item, 'DeviceLastAuthenticatedDate') * 1000,
  };
}

/** ListDevices, all pages. */
export async function listDevices(post: Post): Promise<readonly KnownDevice[]> {
  const items = await allPages(post, {
    operation: 'ListDevices',
    items: 'Devices',
    token: 'PaginationToken',
    size: { Limit: 60 },
  });
  return items.map(deviceOf);
}

/** ForgetDevice. */
export async function forgetDevice(post: Post, deviceKey: string): Promise<void> {
  await unlessSuccess(post('ForgetDevice', { DeviceKey: deviceKey }));
}

/** UpdateDeviceStatus. */
export async function updateDeviceStatus(post: Post, deviceKey: string, remembered: boolean): Promise<void> {
  const DeviceRememberedStatus = remembered ? 'remembered' : 'not_remembered';
  await post('UpdateDeviceStatus', { DeviceKey: deviceKey, DeviceRememberedStatus });
}

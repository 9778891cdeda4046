import { objectOf, textOf } from '../json.js';
import type { Fields } from '../json.js';

/** The keys that Cognito has assigned to a browser. */
export interface NewDevice {
  /** `us-east-1_` and a UUID. */
  readonly key: string;
  readonly groupKey: string;
}

/** The NewDeviceMetadata of an answer, where the pool remembers devices and did not know this one. */
export function newDeviceIn(answer: Fields): NewDevice | undefined {
  const metadata = objectOf(objectOf(answer, 'AuthenticationResult'), 'NewDeviceMetadata');
  const [key, groupKey] = [textOf(metadata, 'DeviceKey'), textOf(metadata, 'DeviceGroupKey')];
  return key && groupKey ? { key, groupKey } : undefined;
}

import { base64Of, bytesOfHex, hexOf } from './bytes.js';
import type { NewDevice } from './devices/new-device.js';
import { Secret } from './secret.js';
import { SrpHelper } from './srp-helper.js';

const PASSWORD_BYTES = 40;
const SALT_BYTES = 16;

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/** A password for a device, and what proves it to Cognito without telling it: the salt and the verifier in base64. */
export function createDevicePassword({ key, groupKey }: NewDevice): {
  readonly password: Secret;
  readonly salt: string;
  readonly verifier: string;
} {
  const helper = new SrpHelper(groupKey);
  const password = base64Of(random(PASSWORD_BYTES));
  const salt = helper.padHex(helper.foreign(hexOf(random(SALT_BYTES))));
  const secret = helper.foreign(helper.hexHash(salt + helper.hash(`${groupKey}${key}:${password}`)));
  return {
    password: new Secret(password),
    salt: base64Of(bytesOfHex(salt)),
    verifier: base64Of(bytesOfHex(helper.padHex(helper.power(secret)))),
  };
}

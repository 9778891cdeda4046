import { base64Of } from '../bytes.js';
import { Secret } from '../secret.js';
import { generatorPower } from '../srp/generator-power.js';
import { bytesOfInteger, integerOfBytes } from '../srp/integers.js';
import { loadHashing } from '../srp/load-hashing.js';
import { passwordKey } from '../srp/srp.js';
import type { NewDevice } from './new-device.js';

const PASSWORD_BYTES = 40;
const SALT_BYTES = 16;

const random = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length));

/**
 * A password for a device, and what proves it to Cognito without telling it: the salt and the verifier in base64.
 *
 * @throws AuthError `offline` when code that an insecure origin needs cannot be loaded.
 */
export async function createDevicePassword({ key, groupKey }: NewDevice): Promise<{
  readonly password: Secret;
  readonly salt: string;
  readonly verifier: string;
}> {
  const password = base64Of(random(PASSWORD_BYTES));
  const salt = integerOfBytes(random(SALT_BYTES));
  const x = await passwordKey(await loadHashing(), salt, { identity: `${groupKey}${key}`, password });
  return {
    password: new Secret(password),
    salt: base64Of(bytesOfInteger(salt)),
    verifier: base64Of(bytesOfInteger(generatorPower(x))),
  };
}

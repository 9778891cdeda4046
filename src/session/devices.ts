import type { SessionStore } from '../config.js';
import type { Device, SigningDevice } from '../cognito/device.js';
import { fieldsOf, textOf } from '../cognito/fields.js';
import type { Fields } from '../cognito/fields.js';
import { Secret } from '../cognito/secret.js';
import { JsonRecord } from './json-record.js';
import type { Pool, Session } from './session.js';
import { keysOf } from './storage-keys.js';

/** How amazon-cognito-identity-js and aws-amplify end their keys. */
const LEGACY = { key: 'deviceKey', groupKey: 'deviceGroupKey', password: 'randomPasswordKey' } as const;

type Field = keyof typeof LEGACY;

// Object.keys() answers strings; these are the keys of the table above.
const FIELDS = Object.keys(LEGACY) as readonly Field[];

/** A device of which nothing is missing. */
function deviceOf(text: (field: Field) => string | undefined): Device | undefined {
  const [key, groupKey, password] = [text('key'), text('groupKey'), text('password')];
  return key && groupKey && password ? { key, groupKey, password: new Secret(password) } : undefined;
}

const namesIn = (entry: Fields): readonly unknown[] => (Array.isArray(entry['names']) ? entry['names'] : []);

/**
 * Who has signed in on this browser, and as which of their devices Cognito knows it. Outlives a sign-out: that is what it
 * is for. The passwords in it are no person's, and good for nothing without that person's own.
 */
export class Devices {
  readonly #store: SessionStore;
  readonly #record: JsonRecord;
  readonly #legacy: string;

  constructor({ userPoolId, userPoolClientId }: Pool, store: SessionStore) {
    this.#store = store;
    this.#record = new JsonRecord(store, `auth-elements.${userPoolId}.devices`);
    this.#legacy = keysOf(userPoolClientId).legacy;
  }

  /**
   * The device of somebody; one that another library left, too.
   *
   * @param name What they type to sign in, or their name in the pool.
   */
  async find(name: string): Promise<Device | undefined> {
    const typed = name.toLowerCase();
    for (const entry of Object.values(await this.#record.read()).map(fieldsOf)) {
      const device = namesIn(entry).includes(typed) && deviceOf((field) => textOf(entry, field));
      if (device) return device;
    }
    const left = new Map<string, string | undefined>();
    for (const field of FIELDS) left.set(field, await this.#legacyText(name, field));
    return deviceOf((field) => left.get(field));
  }

  /** The device of a sign-in, which may turn out to be none. */
  async in(name: string): Promise<SigningDevice> {
    const known = await this.find(name);
    const device: SigningDevice & { known: Device | undefined } = {
      known,
      forget: async () => {
        device.known = undefined;
        if (known) await this.forget(known.key);
      },
    };
    return device;
  }

  /** Keeps the one device of whoever is signed in. */
  async keep({ sub, username }: Session, typed: string, { key, groupKey, password }: Device): Promise<void> {
    const kept = await this.#record.read();
    const before = namesIn(fieldsOf(kept[sub])).filter((name) => typeof name === 'string');
    const names = [...new Set([...before, typed.toLowerCase(), username.toLowerCase(), sub])];
    await this.#record.write({ ...kept, [sub]: { names, key, groupKey, password: password.reveal() } });
  }

  /** Forgets a device, whoever's it is. */
  async forget(key: string): Promise<void> {
    const kept = Object.entries(await this.#record.read());
    await this.#record.write(Object.fromEntries(kept.filter(([, entry]) => fieldsOf(entry)['key'] !== key)));
    for (const name of [...(this.#store.keys?.() ?? [])]) {
      if (!name.startsWith(this.#legacy) || !name.endsWith(`.${LEGACY.key}`)) continue;
      if ((await this.#store.get(name)) !== key) continue;
      const owner = name.slice(0, -LEGACY.key.length);
      for (const ending of Object.values(LEGACY)) await this.#store.remove(owner + ending);
    }
  }

  async #legacyText(name: string, field: Field): Promise<string | undefined> {
    return (await this.#store.get(`${this.#legacy}${name}.${LEGACY[field]}`)) ?? undefined;
  }
}

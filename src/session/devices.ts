import type { Device, SigningDevice } from '../cognito/devices/device.js';
import { fieldsOf, listOf, textOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import { Secret } from '../cognito/secret.js';
import type { SessionStore } from '../config/config.js';
import { JsonRecord } from './json-record.js';
import { keysOf } from './storage-keys.js';
import type { Place } from './storage-keys.js';
import type { Session } from './user-pool-session.js';

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

/** Lists of names, in lower case, in the entry of a user: all of them, and those whose devices Cognito does not confirm. */
type NameList = 'names' | 'refused';

const namesIn = (entry: Fields, list: NameList = 'names'): readonly unknown[] => listOf(entry, list);

const united = (some: readonly unknown[], more: readonly string[]): readonly unknown[] => [
  ...new Set([...some, ...more]),
];

/**
 * The users who have signed in on this browser, and the device that Cognito remembers it as for each of them. It is kept
 * after a sign-out: that is its purpose. The passwords in it belong to devices, and are useless without that of the user.
 */
export class Devices {
  readonly #store: SessionStore;
  readonly #record: JsonRecord;
  readonly #legacy: string;
  /** Names whose owner Cognito has refused since the page was opened: a mistyped password, or another owner. */
  readonly #disowned = new Set<string>();

  constructor(place: Place, store: SessionStore) {
    const { devices, legacy } = keysOf(place);
    this.#store = store;
    this.#record = new JsonRecord(store, devices);
    this.#legacy = legacy;
  }

  /**
   * The device of a user, which another library may have stored.
   *
   * @param name What the user types to sign in, or the username in the pool, or the `sub`.
   */
  find(name: string): Promise<Device | undefined> {
    const typed = name.toLowerCase();
    return this.#search(name, (entry) => namesIn(entry).includes(typed));
  }

  /**
   * The device of the user with this name in the pool. A former alias of another user does not count.
   *
   * @param username As Cognito spells it.
   */
  of(username: string): Promise<Device | undefined> {
    return this.#search(username, (entry) => textOf(entry, 'username') === username);
  }

  /** The device of a sign-in, if there is one. */
  async in(typed: string): Promise<SigningDevice> {
    let isTheirs = false;
    let refused: string | undefined;
    let skipped: string | undefined;
    const device: SigningDevice & { known: Device | undefined } = {
      known: await this.find(typed),
      owner: await this.#ownerOf(typed),
      meet: async (name, isReal) => {
        isTheirs = isReal;
        device.known = await (isReal ? this.of(name) : this.find(name));
        if (device.known && device.known.key === refused) await device.refuse();
        if (device.known?.key === skipped) device.known = undefined;
      },
      refuse: async () => {
        refused = device.known?.key;
        if (isTheirs) await device.forget();
        device.known = undefined;
      },
      forget: async () => {
        const { known } = device;
        device.known = undefined;
        if (known) await this.forget(known.key);
      },
      skip: () => {
        skipped = device.known?.key;
        device.known = undefined;
      },
      disown: () => void this.#disowned.add(typed.toLowerCase()),
    };
    return device;
  }

  /**
   * Assigns the typed name to the user who has signed in by it, and to no other.
   *
   * @param device The device of that user; without it, the stored one stays. `refused`: Cognito has not confirmed the one
   * that it registered.
   */
  async keep({ sub, username }: Session, typed: string, device?: Device | 'refused'): Promise<void> {
    const kept = await this.#record.read();
    const alias = typed.toLowerCase();
    const names = [alias, username.toLowerCase(), sub];
    const mine = fieldsOf(kept[sub]);
    const news =
      device === 'refused'
        ? { refused: united(namesIn(mine, 'refused'), [alias]) }
        : device && { key: device.key, groupKey: device.groupKey, password: device.password.reveal() };
    const own = { ...mine, names: united(namesIn(mine), names), username, ...news };
    const others = Object.entries(kept).map(([owner, entry]) => {
      const left = namesIn(fieldsOf(entry)).filter((name) => !names.some((own) => own === name));
      return [owner, { ...fieldsOf(entry), names: left }] as const;
    });
    const isKept = device || kept[sub] !== undefined;
    const learned = { ...Object.fromEntries(others), ...(isKept && { [sub]: own }) };
    if (JSON.stringify(learned) !== JSON.stringify(kept)) await this.#record.write(learned);
    this.#disowned.delete(alias);
  }

  /** Forgets a device of any user. */
  async forget(key: string): Promise<void> {
    const kept = Object.entries(await this.#record.read());
    await this.#record.write(Object.fromEntries(kept.filter(([, entry]) => textOf(fieldsOf(entry), 'key') !== key)));
    for (const name of [...(this.#store.keys?.() ?? [])]) {
      if (!name.startsWith(this.#legacy) || !name.endsWith(`.${LEGACY.key}`)) continue;
      if ((await this.#store.get(name)) !== key) continue;
      const owner = name.slice(0, -LEGACY.key.length);
      for (const ending of Object.values(LEGACY)) await this.#store.remove(owner + ending);
    }
  }

  /** Who signs in by an alias, where Cognito has refused the device of such a sign-in. */
  async #ownerOf(typed: string): Promise<string | undefined> {
    const alias = typed.toLowerCase();
    const hasRefused = (entry: Fields) => namesIn(entry).includes(alias) && namesIn(entry, 'refused').includes(alias);
    const entry = Object.values(await this.#record.read())
      .map(fieldsOf)
      .find(hasRefused);
    const username = entry && textOf(entry, 'username');
    return username?.toLowerCase() === alias || this.#disowned.has(alias) ? undefined : username;
  }

  async #search(name: string, isTheirs: (entry: Fields) => boolean): Promise<Device | undefined> {
    for (const entry of Object.values(await this.#record.read()).map(fieldsOf)) {
      const device = isTheirs(entry) && deviceOf((field) => textOf(entry, field));
      if (device) return device;
    }
    const left = new Map<string, string | undefined>();
    for (const field of FIELDS) left.set(field, await this.#legacyText(name, field));
    return deviceOf((field) => left.get(field));
  }

  async #legacyText(name: string, field: Field): Promise<string | undefined> {
    return (await this.#store.get(`${this.#legacy}${name}.${LEGACY[field]}`)) ?? undefined;
  }
}

import type { LoginMechanism } from '../../config/pool-description.js';
import { errorOnce } from '../../misuse.js';
import type { Hideable } from '../context/settings.js';
import { isScreen } from './screens.js';

/** An element that has all settings, as far as they are checked. */
type Configurable = Element & Readonly<Record<Checked, unknown>>;

/** An element with a pool of its own, if the page says so. */
type Provider = Configurable & { readonly config: unknown; readonly fields: object | undefined };

/** A setting: how markup spells it, what it must be, and whether a value is that. */
interface Setting {
  readonly spelling: string;
  /** After "must be". */
  readonly expected: string;
  readonly accepts: (value: unknown, host: Element) => boolean;
}

/** The settings of an element that are checked. The others are functions and objects of this package, or any text. */
type Checked =
  'hide' | 'loginMechanisms' | 'headingLevel' | 'theme' | 'verification' | 'preferredFactor' | 'passwordPolicy';

const HIDEABLE: Readonly<Record<Hideable, true>> = {
  'sign-up': true,
  'forgot-password': true,
  passkey: true,
  password: true,
  federated: true,
  'totp-setup': true,
  greetings: true,
};

const MECHANISMS: Readonly<Record<LoginMechanism, true>> = { username: true, email: true, phone_number: true };

/** A setting with one of some words as its value. */
const oneOf = (spelling: string, ...words: readonly string[]): Setting => ({
  spelling,
  expected: words.join(' or '),
  accepts: (value) => words.includes(String(value)),
});

/** A setting with words as its value. Frameworks may pass the text of the attribute as it is. `also`: more of them. */
const someOf = (spelling: string, words: object, also: (word: string) => boolean = () => false): Setting => ({
  spelling,
  expected: `some of ${Object.keys(words).join(', ')}`,
  accepts: (value) =>
    (Array.isArray(value) ? value.map(String) : String(value).split(/\s+/)).every(
      (word) => Object.hasOwn(words, word) || also(word),
    ),
});

const SETTINGS: Readonly<Record<Checked, Setting>> = {
  hide: someOf('hide', HIDEABLE, isScreen),
  loginMechanisms: someOf('login-mechanisms', MECHANISMS),
  headingLevel: oneOf('heading-level', '1', '2', '3', '4', '5', '6'),
  theme: {
    ...oneOf('theme', 'light', 'dark'),
    // Those of the guides. By its property: its class imports what watches it.
    accepts: (value, host) =>
      value === 'light' || value === 'dark' || (typeof value === 'object' && 'onStateChange' in host),
  },
  verification: oneOf('verification', 'code', 'link'),
  preferredFactor: oneOf('preferred-factor', 'email', 'sms', 'passkey'),
  passwordPolicy: {
    spelling: 'passwordPolicy',
    expected: 'an object with a number "length"',
    // Every object can be asked for a key.
    accepts: (value) => typeof (value as { readonly length?: unknown }).length === 'number',
  },
};

/** The attributes that say which pool, and how it is used. */
const OF_POOL = ['user-pool-id', 'user-pool-client-id', 'user-pool-endpoint', 'auth-flow', 'resume'];

/** The attributes of a provider that nothing asks for, and what is asked instead. */
function unused(provider: Provider): readonly [attributes: readonly string[], reason: string] {
  if (provider.config) return [OF_POOL, 'the property "config" is set: put it there'];
  const hasPool = OF_POOL.slice(0, 2).some((name) => provider.hasAttribute(name));
  return [hasPool ? [] : [...OF_POOL, 'initial-state'], 'the element has no user-pool-id: pass it to configure()'];
}

// By their properties: their classes import what watches them.
const hasSettings = (host: Element): host is Configurable => 'loginMechanisms' in host;
const isProvider = (host: Configurable): host is Provider => 'userPoolId' in host;

/** Tells what was set on an element and has no effect, since it is not what it must be. */
export function checkSettings(host: Element): void {
  if (!hasSettings(host)) return;
  const tag = `<${host.localName}>`;
  // The keys of a table are those of its type.
  for (const name of Object.keys(SETTINGS) as Checked[]) {
    const { spelling, expected, accepts } = SETTINGS[name];
    const value = host[name] ?? undefined;
    if (value !== undefined && !accepts(value, host)) errorOnce(`"${spelling}" of ${tag} must be ${expected}.`);
  }
  if (!isProvider(host)) return;
  const [attributes, reason] = unused(host);
  for (const name of attributes.filter((each) => host.hasAttribute(each))) {
    errorOnce(`"${name}" of ${tag} has no effect, since ${reason}.`);
  }
  for (const name of Object.keys(host.fields ?? {}).filter((each) => !isScreen(each))) {
    errorOnce(`"${name}" in "fields" of ${tag} must be the name of a screen.`);
  }
}

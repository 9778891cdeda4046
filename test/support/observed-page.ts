import '../../src/define.js';
import { createAuth } from '../../src/auth.js';

/** What a script of the page can read, by place. */
type Places = Awaited<ReturnType<typeof look>>;

/** The places of a page in which a secret can be found. */
export type PagePlace = keyof Places;

declare global {
  interface Window {
    /** Everything that can be read now, and every event so far. */
    look(): Promise<Places>;
  }
}

const query = new URLSearchParams(location.search);
/** The events that were fired, and those that the inspector of the chart got. */
const told: Readonly<Record<'events' | 'chart', string[]>> = { events: [], chart: [] };

const auth = createAuth(
  {
    userPoolId: query.get('pool') ?? '',
    userPoolClientId: query.get('client') ?? '',
    userPoolEndpoint: query.get('endpoint') ?? '',
    // The answer of a redirect is not part of the address any more.
    oauth: { domain: new URL(query.get('endpoint') ?? '').origin, redirectSignIn: location.href },
    ...(query.has('pages') && { providers: [''] }),
  },
  { inspect: (inspection) => told.chart.push(textOf(inspection)) },
);

/** The own members of an object: of an event, not those of every event. */
const fieldsOf = (value: object): object => Object.fromEntries(Object.entries(value));

/** Everything that can be read in a value and serialized. */
function textOf(value: unknown): string {
  const seen = new WeakSet();
  return JSON.stringify(value, (_, one: unknown) => {
    if (typeof one !== 'object' || one === null) return one;
    if (seen.has(one) || one instanceof Node) return undefined;
    seen.add(one);
    return one instanceof Error ? { ...fieldsOf(one), text: String(one), cause: one.cause } : one;
  });
}

const { dispatchEvent } = EventTarget.prototype;
EventTarget.prototype.dispatchEvent = function (event) {
  told.events.push(event.type, textOf([fieldsOf(event), Reflect.get(event, 'detail')]));
  return dispatchEvent.call(this, event);
};

/** Every attribute of every element, in shadow trees too. The link to an authenticator app is there to be used. */
function attributesOf(root: Document | ShadowRoot): string {
  return [...root.querySelectorAll('*')]
    .map((element) => {
      const own = [...element.attributes].filter(({ value }) => !value.startsWith('otpauth:'));
      const inner = element.shadowRoot ? attributesOf(element.shadowRoot) : '';
      return own.map(({ name, value }) => `${name}=${value}`).join('\n') + inner;
    })
    .join('\n');
}

const answered = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(new Error('IndexedDB', { cause: request.error }));
  });

async function databases(): Promise<string> {
  const found: unknown[] = [];
  for (const { name = '' } of await indexedDB.databases()) {
    const database = await answered(indexedDB.open(name));
    for (const store of database.objectStoreNames) {
      const records = database.transaction(store).objectStore(store);
      found.push(name, store, await answered(records.getAllKeys()), await answered(records.getAll()));
    }
    database.close();
  }
  return textOf(found);
}

/** Every URL of the history, encoded and decoded. */
const addresses = (): string =>
  navigation
    .entries()
    .map(({ url }) => `${url}\n${url?.replaceAll(/(?:%[\da-f]{2})+/gi, decoded)}`)
    .join('\n');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** All caches of requests: their URLs, and the responses with their headers. */
async function cached(): Promise<string> {
  const found: unknown[] = [];
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const response = await cache.match(request, { ignoreVary: true });
      found.push(name, decoded(request.url), [...request.headers]);
      if (response) found.push([...response.headers], await response.text());
    }
    found.push(name);
  }
  return textOf(found);
}

/** What the page has measured. The address that it was opened at stays in `performance`: no script can change that. */
const measurements = (): string =>
  (['mark', 'measure'] as const)
    .flatMap((type) => performance.getEntriesByType(type))
    .map((entry) => textOf([entry.name, Reflect.get(entry, 'detail')]))
    .join('\n');

const look = async () => ({
  events: told.events.join('\n'),
  chart: told.chart.join('\n'),
  state: textOf(auth.getState()) + textOf(auth),
  localStorage: textOf(fieldsOf(localStorage)),
  sessionStorage: textOf(fieldsOf(sessionStorage)),
  indexedDB: await databases(),
  caches: await cached(),
  cookies: document.cookie,
  address: addresses(),
  history: textOf(history.state),
  title: document.title,
  name: window.name,
  performance: measurements(),
  attributes: attributesOf(document),
});

window.look = look;

document.querySelector('auth-authenticator')!.auth = auth;

import { NodeTab } from '../../support/node-tab.js';
import type { Open } from '../transcript/subject.js';
import { World } from '../transcript/world.js';
import { CookieJar } from './cookie-jar.js';
import { blanked, issuedIn } from './left.js';
import type { Left, Recordings } from './left.js';
import { APP } from './scenes.js';
import type { AmplifyAuth, Scene } from './scenes.js';

/** Signs a user in, on a page and with a local Cognito of its own, and reads what is in the stores then. */
async function recordOne(open: Open, { pool, username, config = {}, signIn }: Scene): Promise<Left> {
  const world = await World.open(pool);
  const [tab, jar] = [new NodeTab(), new CookieJar()];
  tab.open(APP);
  const { Auth: subject } = await open();
  // The types are those of every library that the transcript knows. This one is Amplify.
  const Auth = subject as AmplifyAuth;
  Object.assign(globalThis, { window: globalThis });
  // Without a document it counts as no browser, and looks for no address by itself.
  if ('cookieStorage' in config) Object.assign(globalThis, { document: jar });
  const { getItem, setItem, removeItem, clear, keys } = world.storage;
  // What was written at any time: a sign-out in between leaves nothing.
  const written = new Map<string, string>();
  const writing = (key: string, value: string): void => {
    written.set(key, value);
    setItem(key, value);
  };
  try {
    Auth.configure({ ...world.config(pool), storage: { getItem, setItem: writing, removeItem, clear }, ...config });
    await signIn({ Auth, world });
    const issued = issuedIn((key) => written.get(key) ?? jar.read(key), { pool, username });
    const blank = (text: string): string => blanked(text, issued);
    return {
      pool,
      username,
      config,
      storage: Object.fromEntries([...keys()].map((key) => [blank(key), blank(getItem(key)!)])),
      cookies: jar.assigned.map(blank),
    };
  } finally {
    for (const name of ['window', 'document']) Reflect.deleteProperty(globalThis, name);
    tab.close();
    await world.close();
  }
}

/** Records the scenes one after another. */
export async function record(open: Open, scenes: readonly Scene[]): Promise<Recordings> {
  const recordings: [string, Left][] = [];
  for (const scene of scenes) recordings.push([scene.title, await recordOne(open, scene)]);
  return Object.fromEntries(recordings);
}

import { ContextConsumer, createContext } from '@lit/context';
import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { ConfigError } from '../../src/config/config.js';
import '../../src/define.js';
import type { AuthGreetings } from '../../src/elements/auth-greetings.js';
import { AuthProvider } from '../../src/elements/auth-provider.js';
import { authContext, configure } from '../../src/kit/context/context.js';
import type { AuthSettings } from '../../src/kit/context/settings.js';
import { AuthController } from '../../src/kit/controllers/auth-controller.js';
import { user as person } from '../../src/testing/fake-client.js';
import { Text } from '../../src/text/text.js';
import { Leftovers } from '../support/leftovers.js';
import { scripted } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

const greeted = (name: string) =>
  scripted({ restore: { name: 'done', user: person({ username: name, sub: name }) } }).auth;

/** A consumer that only has the key of this package, by another implementation of the protocol. */
class Stranger extends LitElement {
  readonly consumer = new ContextConsumer(this, {
    context: createContext<AuthSettings>(authContext),
    subscribe: true,
  });
}
customElements.define('x-stranger', Stranger);

class Counter extends LitElement {
  readonly controller = new AuthController(this);
  renderings = 0;

  protected override updated(): void {
    this.renderings += 1;
  }
}
customElements.define('x-counter', Counter);

describe('which Auth an element uses', () => {
  it('is none from a wrong configuration: configure() throws, and names the key', () => {
    const config = { userPoolId: 'us-east-1_Example1', userPoolClientId: 'abc123', timeout: -1 };
    expect(() => configure(config)).to.throw(ConfigError, '"timeout"');
  });

  it('is its own rather than that of a provider', async () => {
    const page = await fixture(html`
      <auth-provider .auth=${greeted('outer')}><auth-greetings .auth=${greeted('own')}></auth-greetings></auth-provider>
    `);
    await new User(page).heading('Hello, own');
  });

  it('is that of the nearest provider, so that one page can have several pools', async () => {
    const page = await fixture(html`
      <div>
        <auth-provider .auth=${greeted('one')}>
          <auth-greetings></auth-greetings>
          <auth-provider .auth=${greeted('two')}><auth-greetings></auth-greetings></auth-provider>
        </auth-provider>
        <auth-provider .auth=${greeted('three')}><auth-greetings></auth-greetings></auth-provider>
      </div>
    `);
    const user = new User(page);
    for (const name of ['one', 'two', 'three']) await user.heading(`Hello, ${name}`);
  });

  it('is found by an element that was defined before its provider', async () => {
    const page = await fixture<HTMLElement>(html`<x-late><auth-greetings></auth-greetings></x-late>`);
    customElements.define('x-late', class extends AuthProvider {});
    Object.assign(page, { auth: greeted('late') });
    await new User(page).heading('Hello, late');
  });

  it('stays that of the nearest provider, and keeps what was typed, when one further out gets another', async () => {
    const page = await fixture<AuthProvider>(html`
      <auth-provider .auth=${greeted('outer')}>
        <auth-greetings></auth-greetings>
        <x-nearer><auth-sign-in></auth-sign-in></x-nearer>
      </auth-provider>
    `);
    const user = new User(page);
    await user.heading('Hello, outer');
    customElements.define('x-nearer', class extends AuthProvider {});
    Object.assign(page.querySelector('x-nearer')!, { auth: scripted().auth });
    await user.types('Username', 'jane');
    page.auth = greeted('another');
    await user.heading('Hello, another');
    expect((await user.field('Username')).value).to.equal('jane');
  });

  it('is no reason to render again when a provider comes elsewhere', async () => {
    const page = await fixture(
      html`<div>
        <auth-provider .auth=${greeted('one')}><x-counter></x-counter></auth-provider>
      </div>`,
    );
    const counter = page.querySelector<Counter>('x-counter');
    await eventually(
      () => counter?.controller.state?.screen === 'signed-in',
      () => 'The element has no Auth.',
    );
    await counter?.updateComplete;
    const before = counter?.renderings;
    const other = document.createElement('auth-provider');
    page.append(other);
    await other.updateComplete;
    await counter?.updateComplete;
    expect(counter?.renderings).to.equal(before);
  });

  it('is the new one when an element moves to another provider', async () => {
    const page = await fixture(html`
      <div>
        <auth-provider .auth=${greeted('one')}><auth-greetings></auth-greetings></auth-provider>
        <auth-provider .auth=${greeted('two')}></auth-provider>
      </div>
    `);
    const user = new User(page);
    await user.heading('Hello, one');
    const [element, second] = [page.querySelector('auth-greetings'), page.querySelectorAll('auth-provider')[1]];
    if (element) second?.append(element);
    await user.heading('Hello, two');
    await user.misses('Hello, one');
  });

  it('is offered to elements of other libraries, too', async () => {
    const auth = greeted('one');
    const page = await fixture(html`<auth-provider .auth=${auth}><x-stranger></x-stranger></auth-provider>`);
    const stranger = page.querySelector<Stranger>('x-stranger');
    await eventually(
      () => stranger?.consumer.value?.auth === auth,
      () => 'The stranger has no Auth.',
    );
  });

  it('is a new one when the configuration changes', async () => {
    const provider = await fixture<AuthProvider>(html`
      <auth-provider
        user-pool-id="us-east-1_One"
        user-pool-client-id="abc"
        user-pool-endpoint="http://localhost:1/"
      ></auth-provider>
    `);
    const first = await eventually(
      () => provider.auth,
      () => 'No Auth was built.',
    );
    provider.setAttribute('user-pool-client-id', 'def');
    await eventually(
      () => provider.auth && provider.auth !== first,
      () => 'The Auth is still the old one.',
    );
  });

  it('is that of the last configuration, also when it changed before the texts were loaded', async () => {
    const read: string[] = [];
    const config = (userPoolClientId: string) => ({
      userPoolId: 'us-east-1_One',
      userPoolClientId,
      storage: { get: () => void read.push(userPoolClientId), set: () => undefined, remove: () => undefined },
    });
    const page = document.createElement('main');
    page.lang = 'de';
    const provider = Object.assign(document.createElement('auth-provider'), { config: config('first') });
    page.append(provider);
    document.body.append(page);
    await provider.updateComplete;
    provider.config = config('last');
    await eventually(
      () => provider.auth,
      () => 'No Auth was built.',
    );
    await eventually(
      () => read.at(-1) === 'last',
      () => `The session of ${String(read.at(-1))} was looked for.`,
    );
    page.remove();
  });

  it('is stopped when the element that created it gets another configuration, or is removed', async () => {
    const leftovers = new Leftovers();
    try {
      const provider = await fixture<AuthProvider>(html`
        <auth-provider
          user-pool-id="us-east-1_One"
          user-pool-client-id="abc"
          user-pool-endpoint="http://localhost:1/"
        ></auth-provider>
      `);
      // What waits for a moment may have come, or not.
      const listeners = () => leftovers.open.filter((what) => /^window: (?!setTimeout|requestIdleCallback)/.test(what));
      const first = await eventually(
        () => provider.auth,
        () => 'No Auth was built.',
      );
      const one = listeners();
      expect(one).not.to.deep.equal([]);
      provider.setAttribute('user-pool-client-id', 'def');
      await eventually(
        () => provider.auth && provider.auth !== first,
        () => 'The Auth is still the old one.',
      );
      expect(listeners()).to.deep.equal(one);
      provider.remove();
      await eventually(
        () => !leftovers.open.length,
        () => leftovers.open.join(', '),
      );
    } finally {
      leftovers.stop();
    }
  });

  it('is built once by an element that comes back with another configuration', async () => {
    const leftovers = new Leftovers();
    try {
      const provider = await fixture<AuthProvider>(html`
        <auth-provider
          user-pool-id="us-east-1_One"
          user-pool-client-id="abc"
          user-pool-endpoint="http://localhost:1/"
        ></auth-provider>
      `);
      const { parentElement: place } = provider;
      const isBuilt = () =>
        eventually(
          () => provider.auth,
          () => 'No Auth was built.',
        );
      const leaves = async () => {
        provider.remove();
        await eventually(
          () => !leftovers.open.length,
          () => leftovers.open.join(', '),
        );
      };
      await isBuilt();
      await leaves();
      provider.setAttribute('user-pool-client-id', 'def');
      place?.append(provider);
      await isBuilt();
      await leaves();
    } finally {
      leftovers.stop();
    }
  });

  // The last of these tests, since a page keeps its default.
  it('is the default of the page where there is no other, early or late', async () => {
    const early = await fixture<AuthGreetings>(html`<auth-greetings></auth-greetings>`);
    expect(early.auth).to.equal(undefined);
    const auth = configure(greeted('default'));
    expect(early.auth).to.equal(auth);
    await new User(early).heading('Hello, default');
    const late = await fixture(html`<auth-greetings></auth-greetings>`);
    await new User(late).heading('Hello, default');
    // The same `Auth`, with other words.
    configure(auth, { text: new Text('de', { 'signed-in.hello': 'Servus, {name}' }) });
    for (const element of [early, late]) await new User(element).heading('Servus, default');
  });
});

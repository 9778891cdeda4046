import { expect, fixture, html } from '@open-wc/testing';
import type { Auth } from '../../src/auth.js';
import '../../src/define.js';
import type { ContextRequest } from '../../src/kit/context/context.js';
import { adoptStyles } from '../../src/kit/rendering/light-styles.js';
import type { FakeClient } from '../../src/testing/fake-client.js';
import { Leftovers } from '../support/leftovers.js';
import { User } from '../support/user.js';

/** The elements that have an `auth` property. */
export type TagWithAuth = {
  [Tag in keyof HTMLElementTagNameMap]: HTMLElementTagNameMap[Tag] extends { auth: Auth | undefined } ? Tag : never;
}[keyof HTMLElementTagNameMap];

/** A provider of the page. Returns how many subscribers it still has. */
function share(auth: Auth, page: HTMLElement): () => number {
  const told = new Set<() => void>();
  page.addEventListener('context-request', (event) => {
    // The event of the community protocol.
    const { callback } = event as Event & ContextRequest;
    const stop = () => void told.delete(stop);
    told.add(stop);
    callback({ auth }, stop);
  });
  return () => told.size;
}

/**
 * The contract of every element for its removal from the page.
 *
 * @param prepare Leads the chart to a state in which the element is shown.
 * @param use Uses everything that the element can do, so that it has opened all that it can open.
 */
export function departureContract(
  tag: TagWithAuth,
  prepare: () => Promise<{ readonly auth: Auth; readonly client: FakeClient }>,
  use: (element: HTMLElement, user: User) => Promise<unknown>,
): void {
  for (const [title, isShared] of [
    ['an Auth of its own', false],
    ['that of a provider', true],
  ] as const) {
    it(`releases everything when it is removed from the page, with ${title}, however often it returns`, async () => {
      const { auth, client } = await prepare();
      // What the chart opens does not belong to the element.
      auth.subscribe(() => undefined);
      auth.prepare();
      await import('../../src/machine/start-chart.js');
      // Nor does the sheet that a page loads once.
      adoptStyles(document, []);
      await new Promise((resolve) => setTimeout(resolve));
      const page = await fixture<HTMLElement>(html`<main></main>`);
      const element = document.createElement(tag);
      const told = isShared ? share(auth, page) : () => 0;
      if (!isShared) element.auth = auth;
      const leftovers = new Leftovers();
      leftovers.watch(auth, 'subscribe');
      leftovers.watch(client, 'watch');
      try {
        const own: (readonly string[])[] = [];
        const isSettled = (): boolean => String(own.at(-1)) === String(own.at(-2));
        // What is loaded by a visit may arrive in a later one, once.
        for (let visit = 0; visit < 3 || (visit < 8 && !isSettled()); visit++) {
          page.append(element);
          await use(element, new User(page));
          // It renders once more when it is gone.
          element.requestUpdate();
          element.remove();
          await new Promise((resolve) => setTimeout(resolve));
          expect(leftovers.open).to.deep.equal([]);
          expect(told()).to.equal(0);
          own.push(leftovers.at(element));
        }
        expect(own.at(-1)).to.deep.equal(own.at(-2));
      } finally {
        leftovers.stop();
      }

      let asked = 0;
      element.addEventListener('context-request', () => asked++);
      page.append(document.createElement('auth-provider'));
      expect(asked).to.equal(0);
    });
  }
}

import { expect } from '@open-wc/testing';
import { AuthError } from '../../src/cognito/errors.js';
import '../../src/define.js';
import { delivery, ticket } from '../../src/testing/fake-client.js';
import { stage } from '../support/stage.js';
import { eventually } from '../support/user.js';

/** Translates what is on the page as browsers do: each text is replaced by elements with another text. */
function translate(root: Element | ShadowRoot): void {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  const nodes: Node[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  for (const node of nodes) {
    if (node instanceof Element && node.shadowRoot) translate(node.shadowRoot);
    if (!(node instanceof Text) || !node.data.trim()) continue;
    // The tag of a browser is `font`.
    const translation = document.createElement('span');
    translation.append(Object.assign(document.createElement('span'), { textContent: `[${node.data.trim()}]` }));
    node.replaceWith(translation);
  }
}

/** An answer that takes longer than a microtask, as all do that come from a network. */
const afterAWhile = (answer: () => AuthError) => () =>
  new Promise<AuthError>((resolve) => requestAnimationFrame(() => resolve(answer())));

describe('A page that the browser translates', () => {
  it('still shows how long the wait for another code takes', async () => {
    const { element, user } = await stage({
      restore: { name: 'confirmSignIn', medium: 'email', delivery: delivery(), canStartAgain: true, ticket: ticket() },
    });
    await user.reads('for a new code in 30 seconds');
    translate(element);
    expect(user.view).to.include('[You can ask');
    await user.reads('for a new code in 28 seconds');
    expect(user.view).not.to.include('[You can ask');
  });

  it('still shows how much time is left for the answer', async () => {
    const { element, user } = await stage({
      restore: { name: 'confirmSignIn', medium: 'totp', ticket: ticket({ expiresAt: Date.now() + 20_000 }) },
    });
    const left = () => Number(/(\d+) seconds/.exec(user.view)?.[1]);
    await eventually(left, () => user.view);
    translate(element);
    const before = left();
    await eventually(
      () => left() < before,
      () => user.view,
    );
  });

  it('still announces errors, and shows the one that holds', async () => {
    const errors = [new AuthError('credentials'), new AuthError('offline'), new AuthError('too-many-attempts')];
    const { element, user } = await stage({ signIn: afterAWhile(() => errors.shift()!) });
    await user.types('Username', 'jane');
    await user.types('Password', 'wrong');
    await user.presses('Enter');
    await user.reads('The username or password is not right.');
    await user.hears('The username or password is not right.');
    const password = await user.field('Password');
    translate(element);
    for (const sentence of ['No connection', 'Too many']) {
      password.focus();
      await user.presses('Enter');
      await user.reads(sentence);
      await user.hears(sentence);
      expect(user.view).not.to.include('not right');
      translate(element);
    }
  });
});

import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { Auth } from '../../src/auth.js';
import type { Step } from '../../src/client/step.js';
import { Secret } from '../../src/cognito/secret.js';
import { loadReader } from '../../src/kit/form/load-reader.js';
import type { PageOptions } from '../../src/kit/context/context.js';
import type { FakeClient, FakeScript } from '../../src/testing/fake-client.js';
import { pseudo, untranslated } from '../support/pseudo.js';
import { scripted } from '../support/stage.js';
import { User, eventually, focused } from '../support/user.js';
import { departureContract } from './departure.contract.js';
import type { TagWithAuth } from './departure.contract.js';

/** The screens that links lead to, and the event that each link sends. */
const LINKS = { 'sign-in': 'go.signIn', 'sign-up': 'go.signUp', 'forgot-password': 'go.forgotPassword' } as const;

/** The live regions: their text stays in the language in which it was announced. */
const REGIONS = '[aria-live]';

type ScreenTag = Exclude<
  TagWithAuth,
  'auth-authenticator' | 'auth-federated-buttons' | 'auth-mfa-preference' | 'auth-provider' | 'auth-sign-out'
>;

/** A screen, and how to get to it. */
export interface ArrivalCase {
  /** Its element. */
  readonly tag: ScreenTag;
  /** The response to the sign-in before this screen, or the screen itself if a link leads to it. */
  readonly at: Step | keyof typeof LINKS;
  readonly authFlow?: FakeClient['authFlow'];
  /** The heading in English. */
  readonly heading: string;
  /** Where the focus goes when a user comes from another screen. */
  readonly focus: string;
  /** What is announced on arrival. Default: the heading. */
  readonly heard?: string;
}

/** A screen on a page, and its user. */
interface Shown {
  readonly auth: Auth;
  readonly client: FakeClient;
  readonly element: HTMLElementTagNameMap[ScreenTag];
  readonly page: Element;
  readonly user: User;
}

interface ShownOptions extends PageOptions {
  readonly dir?: 'ltr' | 'rtl';
  /** The page opens with the screen. Otherwise the user comes from another one. */
  readonly opens?: boolean;
  /** Called before the user arrives. */
  readonly before?: (shown: Shown) => void;
}

/** The screen alone, below a provider. `script`: the responses there. */
export async function shown(
  { tag, at, authFlow }: ArrivalCase,
  script: FakeScript = {},
  { dir = 'ltr', opens = false, before, text, ...options }: ShownOptions = {},
): Promise<Shown> {
  const link = typeof at === 'string' ? at : undefined;
  const first = link === 'sign-in' ? 'sign-up' : 'sign-in';
  const answers = link ? {} : { [opens ? 'restore' : 'signIn']: at };
  const initialState = opens && link ? link : first;
  const { auth, client } = scripted({ authFlow, ...answers, ...script }, { initialState, ...options });
  const page = await fixture(html`<main dir=${dir}><auth-provider .auth=${auth} .text=${text}></auth-provider></main>`);
  await loadReader();
  const element = document.createElement(tag);
  page.querySelector('auth-provider')?.append(element);
  const set = { auth, client, element, page, user: new User(page) };

  if (!opens) {
    const other = document.createElement(`auth-${first}`);
    element.after(other);
    await eventually(
      () => other.childElementCount,
      () => `<auth-${first}> is not there.`,
    );
    before?.(set);
    auth.send(
      link ? { type: LINKS[link] } : { type: 'signIn.submit', username: '7', password: new Secret('Secret-1') },
    );
  }
  await eventually(
    () => element.childElementCount,
    () => `<${tag}> is not there.`,
  );
  await element.updateComplete;
  return set;
}

/** The texts below a root, but for style sheets and what was announced. */
function textsOf(root: Node): readonly Text[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  // The walker shows texts alone.
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts.filter(({ parentElement }) => !parentElement?.closest(`style, ${REGIONS}`));
}

/** Changes the language, and expects that everything on the page is in the new one. */
export async function changesEveryWord({ element, page }: Shown): Promise<void> {
  expect(untranslated(page, REGIONS)).not.to.deep.equal([]);
  page.querySelector('auth-provider')!.text = pseudo;
  await page.querySelector('auth-provider')!.updateComplete;
  await element.updateComplete;
  expect(untranslated(page, REGIONS)).to.deep.equal([]);
  const isForeign = (text: Text) =>
    text.data.trim() && text.parentElement?.closest('[lang]')?.getAttribute('lang') !== pseudo.lang;
  const foreign = [element, element.shadowRoot].flatMap((root) => (root ? textsOf(root).filter(isForeign) : []));
  expect(foreign.map(({ data }) => data)).to.deep.equal([]);
  const parts = [element, element.shadowRoot].flatMap((root) => [
    ...(root?.querySelectorAll('[lang]:not([aria-live])') ?? []),
  ]);
  expect(new Set(parts.map((part) => part.getAttribute('lang')))).to.deep.equal(new Set([pseudo.lang]));
}

/**
 * The contract of every screen, also of one without fields.
 *
 * @param use Uses everything that the element can do.
 */
export function arrivalContract(
  screen: ArrivalCase,
  {
    script = {},
    use,
  }: { readonly script?: FakeScript; readonly use?: (element: HTMLElement, user: User) => Promise<unknown> } = {},
): void {
  const { tag, at, heading } = screen;

  describe(`<${tag}>, like every screen,`, () => {
    it('has one heading', async () => {
      const { element, user } = await shown(screen);
      await user.heading(heading);
      expect(element.shadowRoot?.querySelectorAll('h1, h2, h3, h4, h5, h6')).to.have.length(1);
    });

    it('is not in the page before its turn, nor after', async () => {
      const isGone = ({ element }: Shown) => {
        expect(element.children).to.have.length(0);
        expect(element.getBoundingClientRect().height).to.equal(0);
      };
      const set = await shown(screen, {}, { before: isGone });
      await set.user.heading(heading);
      set.auth.send({ type: 'cancel' });
      set.auth.signOut();
      set.auth.send({ type: at === 'sign-in' ? 'go.signUp' : 'go.signIn' });
      await eventually(
        () => !set.element.childElementCount,
        () => `<${tag}> is still there.`,
      );
      isGone(set);
    });

    it('takes the focus when the user comes from another screen, and is heard from the beginning', async () => {
      const { element, user } = await shown(screen);
      await user.isAt(screen.focus);
      const description = element.shadowRoot?.querySelector('[part=description]')?.textContent.trim() ?? '';
      await user.hears(heading);
      expect(user.heard.join(' ')).to.include(description);
    });

    it('leaves the focus where it is when the page opens', async () => {
      const { element, user } = await shown(screen, {}, { opens: true });
      await user.heading(heading);
      await element.updateComplete;
      expect(focused()?.localName).to.equal('body');
    });

    it('takes the focus from nothing else on the page, and is announced', async () => {
      const search = document.createElement('input');
      const { user } = await shown(
        screen,
        {},
        {
          before: ({ page }) => {
            page.prepend(search);
            search.focus();
          },
        },
      );
      await user.hears(screen.heard ?? heading);
      expect(search.matches(':focus')).to.equal(true);
    });

    it('is accessible, in both directions of writing', async () => {
      for (const dir of ['ltr', 'rtl'] as const) {
        const { element, page } = await shown(screen, {}, { dir });
        await expect(element).to.be.accessible();
        expect(page.scrollWidth).to.be.at.most(page.clientWidth);
      }
    });

    it('changes every text with the language', async () => {
      const set = await shown(screen);
      await set.user.heading(heading);
      await changesEveryWord(set);
    });

    departureContract(
      tag,
      async () => {
        const { auth, client, page } = await shown(screen, script);
        page.remove();
        return { auth, client };
      },
      async (element, user) => {
        await user.heading(heading);
        await use?.(element, user);
      },
    );
  });
}

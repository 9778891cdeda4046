import { html, LitElement, nothing } from 'lit';
import { createActor, fromPromise, setup } from 'xstate';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** Stands for a request. */
const signIn = fromPromise<void, Credentials>(async ({ input }) => {
  if (!input.username || !input.password) throw new Error('Something is missing.');
});

const chart = setup({
  types: { events: {} as Credentials & { readonly type: 'submit' } },
  actors: { signIn },
}).createMachine({
  initial: 'idle',
  states: {
    idle: { on: { submit: 'busy' } },
    busy: { invoke: { src: 'signIn', input: ({ event }) => event, onDone: 'idle', onError: 'failed' } },
    failed: { on: { submit: 'busy' } },
  },
});

/** The least that a sign-in form of lit and xstate can be: what the libraries cost by themselves. */
class BareForm extends LitElement {
  readonly #actor = createActor(chart);

  override connectedCallback(): void {
    super.connectedCallback();
    this.#actor.subscribe(() => this.requestUpdate());
    this.#actor.start();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#actor.stop();
  }

  /** As in our forms, password managers find the inputs. */
  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): unknown {
    const { value } = this.#actor.getSnapshot();
    return html`<form @submit=${this.#submit} aria-busy=${value === 'busy' ? 'true' : 'false'}>
      <label>Username <input name="username" autocomplete="username" /></label>
      <label>Password <input name="password" type="password" autocomplete="current-password" /></label>
      <button>Sign in</button>
      ${value === 'failed' ? html`<p role="alert">This did not work.</p>` : nothing}
    </form>`;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    const [username = '', password = ''] = [...this.querySelectorAll('input')].map(({ value }) => value);
    this.#actor.send({ type: 'submit', username, password });
  }
}

customElements.define('bare-form', BareForm);

import { AuthError } from '../cognito/errors.js';
import { fieldsOf, textOf } from '../cognito/json.js';
import type { Fields } from '../cognito/json.js';
import { randomText } from '../cognito/random-text.js';
import { answerOf } from './answer.js';
import type { Provider, ProviderLogin } from './provider.js';
import { ended, ofSameUser } from './same-user.js';
import { findSdk, loadSdk } from './script.js';
import type { Place } from './script.js';
import type { ProviderServices } from './services.js';
import { tokenLogin } from './token-login.js';

/** What happened to a prompt. Some browsers have none of these. */
type Moment = Readonly<
  Partial<Record<'isNotDisplayed' | 'isSkippedMoment' | 'isDismissedMoment', () => boolean>> & {
    getDismissedReason?: () => string;
  }
>;

/**
 * What is used of Google Identity Services.
 *
 * {@link https://developers.google.com/identity/gsi/web/reference/js-reference}
 */
interface GoogleId {
  initialize(options: Readonly<Record<string, unknown>>): void;
  prompt(listener: (moment: Moment) => void): void;
  renderButton(parent: HTMLElement, options: Readonly<Record<string, unknown>>): void;
  cancel(): void;
  disableAutoSelect(): void;
}

const PLACE: Place<GoogleId> = {
  path: ['google', 'accounts', 'id'],
  methods: ['initialize', 'prompt', 'renderButton', 'cancel', 'disableAutoSelect'],
};

/** How Google's own button looks and speaks. */
export interface ButtonLook {
  /** For instance `de`. */
  readonly locale: string;
  readonly theme: 'outline' | 'filled_black';
  readonly type: 'standard' | 'icon';
  /** In CSS pixels, 40 to 400. */
  readonly width?: number;
}

/** Google, whose window only its own button opens. */
export interface GoogleProvider extends Provider {
  /**
   * Draws Google's button, again after each answer: a nonce is good for one. Nothing is told when the user closes the
   * window.
   *
   * @returns What ends it: answers that come later are not told.
   */
  renderButton(
    parent: HTMLElement,
    look: ButtonLook,
    tell: (answer: { readonly login: ProviderLogin } | { readonly error: AuthError }) => void,
  ): Promise<() => void>;
}

/** Why a prompt brings nothing; undefined as long as it still may. */
function failureOf(moment: Moment): AuthError | undefined {
  if (moment.isNotDisplayed?.()) return new AuthError('provider-unavailable', { detail: 'google.accounts.id.prompt' });
  if (moment.isSkippedMoment?.()) return new AuthError('cancelled');
  const isDismissed = moment.isDismissedMoment?.() && moment.getDismissedReason?.() !== 'credential_returned';
  return isDismissed ? new AuthError('cancelled') : undefined;
}

/** Signs users in by Sign in with Google. */
export function google(services: ProviderServices): GoogleProvider {
  const { config, environment } = services;
  const { clientId } = config;
  const load = () => loadSdk('google', PLACE, services);

  const initialize = (api: GoogleId, nonce: string, callback: (answer: unknown) => void, isSilent = false) =>
    api.initialize({
      client_id: clientId,
      nonce,
      callback,
      auto_select: isSilent,
      itp_support: true,
      use_fedcm_for_button: true,
      use_fedcm_for_prompt: true,
    });

  const loginOf = (answer: Fields, nonce: string): ProviderLogin =>
    tokenLogin(textOf(answer, 'credential') ?? '', { nonce, clientId, now: environment.now() });

  /** Asks by a prompt in the page: the window is opened by the button alone. */
  async function ask(signal?: AbortSignal, isSilent?: boolean): Promise<ProviderLogin> {
    const api = await load();
    const nonce = randomText();
    try {
      const answer = await answerOf((back) => {
        initialize(api, nonce, back, isSilent);
        api.prompt((moment) => {
          const failure = failureOf(moment);
          if (failure) back({ failure });
        });
      }, signal);
      const { failure } = answer;
      if (failure instanceof AuthError) throw failure;
      return loginOf(answer, nonce);
    } finally {
      if (signal?.aborted) api.cancel();
    }
  }

  return {
    async prepare() {
      await load();
    },

    signIn: ask,

    async renew(held) {
      const login = await ask(undefined, true).catch((cause: unknown) => {
        throw AuthError.from(cause).code === 'cancelled' ? ended('Google wants to ask the user.') : cause;
      });
      return ofSameUser(login, held);
    },

    async signOff() {
      findSdk(PLACE)?.disableAutoSelect();
    },

    async renderButton(parent, look, tell) {
      const api = await load();
      let isOver = false;
      const draw = () => {
        const nonce = randomText();
        initialize(api, nonce, (answer) => {
          if (isOver) return;
          draw();
          try {
            tell({ login: loginOf(fieldsOf(answer), nonce) });
          } catch (error) {
            tell({ error: AuthError.from(error) });
          }
        });
        parent.replaceChildren();
        api.renderButton(parent, { size: 'large', text: 'continue_with', logo_alignment: 'center', ...look });
      };
      draw();
      return () => void (isOver = true);
    },
  };
}

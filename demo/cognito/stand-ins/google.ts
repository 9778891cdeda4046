// Stand-in of Google Identity Services: https://developers.google.com/identity/gsi/web/reference/js-reference
import { askInWindow, askSilently } from './popup.js';

interface Options {
  readonly client_id: string;
  readonly callback: (response: { readonly credential: string; readonly select_by: string }) => void;
  readonly nonce?: string;
  readonly auto_select?: boolean;
}

interface Moment {
  isNotDisplayed(): boolean;
  isSkippedMoment(): boolean;
  isDismissedMoment(): boolean;
  getDismissedReason(): string;
}

const CLIENT_ID = 'local-google';

let options: Options | undefined;
/** Whether an account may be selected without a click. */
let selects = true;
let prompt: HTMLElement | undefined;

const momentOf = (kind: 'skipped' | 'dismissed', reason = ''): Moment => ({
  isNotDisplayed: () => false,
  isSkippedMoment: () => kind === 'skipped',
  isDismissedMoment: () => kind === 'dismissed',
  getDismissedReason: () => reason,
});

function buttonOf(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}

/** Only the last options count, as at Google. A window that is closed is not told. */
function choose(done: () => void = () => undefined): void {
  const { callback, nonce, client_id: clientId } = options!;
  if (clientId !== CLIENT_ID) throw new Error(`There is no client ${clientId}.`);
  askInWindow({ clientId: CLIENT_ID, nonce }, ({ idToken }) => {
    if (!idToken) return;
    done();
    callback({ credential: idToken, select_by: 'btn' });
  });
}

function close(): void {
  prompt?.remove();
  prompt = undefined;
}

function promptSilently({ nonce, callback }: Options, listener: (moment: Moment) => void): void {
  if (!selects) {
    listener(momentOf('skipped'));
    return;
  }
  askSilently({ clientId: CLIENT_ID, nonce }, ({ idToken }) => {
    listener(idToken ? momentOf('dismissed', 'credential_returned') : momentOf('skipped'));
    if (idToken) callback({ credential: idToken, select_by: 'auto' });
  });
}

function promptInPage(listener: (moment: Moment) => void): void {
  const end = (moment: Moment): void => {
    close();
    listener(moment);
  };
  close();
  prompt = document.createElement('div');
  prompt.role = 'dialog';
  prompt.ariaLabel = 'Sign in with Google';
  prompt.append(
    buttonOf('Choose an account', () => choose(() => end(momentOf('dismissed', 'credential_returned')))),
    buttonOf('Close', () => end(momentOf('skipped'))),
  );
  document.body.append(prompt);
}

const id = {
  initialize(given: Options): void {
    options = given;
  },

  renderButton(parent: HTMLElement, _look: object): void {
    parent.append(buttonOf('Continue with Google', () => choose()));
  },

  prompt(listener: (moment: Moment) => void = () => undefined): void {
    if (options!.auto_select) promptSilently(options!, listener);
    else promptInPage(listener);
  },

  cancel: close,

  disableAutoSelect(): void {
    selects = false;
  },
};

Object.assign(globalThis, { google: { accounts: { id } } });

/** The local Cognito that serves the stand-ins. Written into them when they are served. */
const ORIGIN = '__COGNITO__';

/** The clients of the identity provider that stand for the apps at the companies. */
type ClientId = 'local-google' | 'local-facebook' | 'local-amazon' | 'local-apple';

/** What the window answers: tokens, or an error of OAuth. */
export interface WindowAnswer {
  readonly error?: string;
  readonly idToken?: string;
  readonly accessToken?: string;
  /** Seconds. */
  readonly expiresIn?: number;
  /** Of the ID token. */
  readonly claims?: Readonly<Record<string, string>>;
}

/** What is asked for. */
export interface WindowRequest {
  readonly clientId: ClientId;
  readonly nonce?: string | undefined;
}

/** How often it is looked whether the user has closed the window, in milliseconds. */
const LOOK = 50;

const addressOf = ({ clientId, nonce }: WindowRequest, more: Readonly<Record<string, string>> = {}): string => {
  const id = crypto.randomUUID();
  const query = new URLSearchParams({ id, clientId, origin: location.origin, ...(nonce && { nonce }), ...more });
  return `${ORIGIN}/stand-ins/window?${query.toString()}`;
};

/** Calls back with the answer to an address. Returns what ends it. */
function listen(address: string, back: (answer: WindowAnswer) => void): () => void {
  const id = new URL(address).searchParams.get('id');
  const hear = ({ origin, data }: MessageEvent<WindowAnswer & { readonly id?: string }>): void => {
    if (origin !== ORIGIN || data.id !== id) return;
    end();
    back(data);
  };
  const end = (): void => removeEventListener('message', hear);
  addEventListener('message', hear);
  return end;
}

/** Asks the user in a window. `popup_closed` and `popup_blocked` are errors of our own. */
export function askInWindow(request: WindowRequest, back: (answer: WindowAnswer) => void): void {
  const address = addressOf(request);
  const opened = open(address, '_blank', 'popup,width=480,height=640');
  if (!opened) return void setTimeout(() => back({ error: 'popup_blocked' }));
  const end = listen(address, (answer) => {
    clearInterval(timer);
    opened.close();
    back(answer);
  });
  const timer = setInterval(() => {
    if (!opened.closed) return;
    clearInterval(timer);
    end();
    back({ error: 'popup_closed' });
  }, LOOK);
}

/** Asks in a hidden frame: only a user who is signed in there has an answer. */
export function askSilently(request: WindowRequest, back: (answer: WindowAnswer) => void): void {
  const address = addressOf(request, { prompt: 'none' });
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = address;
  listen(address, (answer) => {
    frame.remove();
    back(answer);
  });
  document.body.append(frame);
}

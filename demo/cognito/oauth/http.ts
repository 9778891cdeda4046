/** A request to the hosted pages or the endpoints of OAuth. */
export interface HostedRequest {
  /** Of the server, as the request names it: `http://localhost:9229` */
  readonly origin: string;
  readonly query: URLSearchParams;
  /** The body, if it is form-encoded; else empty. */
  readonly form: URLSearchParams;
  readonly cookies: ReadonlyMap<string, string>;
  /** The header of this name. */
  readonly authorization: string | undefined;
}

/** The answer to it. */
export interface HostedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[]>>;
  readonly body?: string;
}

/** A refusal: thrown where it is found, and answered where the request came in. */
export class Refused extends Error {
  readonly answer: HostedAnswer;

  constructor(answer: HostedAnswer) {
    super(`Refused with status ${answer.status}`);
    this.answer = answer;
  }
}

export const json = (status: number, body: unknown, headers: HostedAnswer['headers'] = {}): HostedAnswer => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8', ...headers },
  body: JSON.stringify(body),
});

/** Sends the browser on. */
export const redirect = (location: string, cookies: readonly string[] = []): HostedAnswer => ({
  status: 302,
  headers: { location, 'set-cookie': [...cookies] },
});

/** A page. It runs no script, and refuses to be shown in a frame. */
export const page = (status: number, markup: string): HostedAnswer => ({
  status,
  headers: {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
  },
  body: markup,
});

import { readFileSync } from 'node:fs';
import { COGNITO } from '../store/model.js';
import type { Pool } from '../store/model.js';
import { providersOf } from './authorization-request.js';
import type { AuthorizationRequest } from './authorization-request.js';
import { html } from './html.js';
import type { Markup } from './html.js';
import { textsIn } from './page-texts.js';
import type { PageTexts } from './page-texts.js';

/** The style sheet of the pages, at `/pages.css`. */
export const styleSheet = (): string => readFileSync(new URL('./pages.css', import.meta.url), 'utf8');

/** A page with a heading, which is its title too. */
export const documentOf = (lang: string, title: string, content: Markup): string =>
  html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="stylesheet" href="/pages.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`.markup;

const ERROR_ID = 'error';

const errorText = (error: string | undefined): Markup | undefined =>
  error === undefined ? undefined : html`<p class="error" id="${ERROR_ID}" role="alert">${error}</p>`;

const describedBy = (error: string | undefined): Markup | undefined =>
  error === undefined ? undefined : html`aria-describedby="${ERROR_ID}"`;

/** How the field for the user is called: what the pool accepts there. */
function nameLabel({ usernameAttributes, aliasAttributes }: Pool, texts: PageTexts): string {
  if (usernameAttributes.includes('email')) return texts.email;
  return aliasAttributes.includes('email') ? texts.usernameOrEmail : texts.username;
}

/** The sign-in page: the form, and a link for each identity provider of the app client. */
export function signInPage(
  request: AuthorizationRequest,
  { username = '', error }: { readonly username?: string | undefined; readonly error?: string } = {},
): string {
  const texts = textsIn(request.lang);
  const hasForm = request.client.providers.includes(COGNITO);
  const providers = providersOf(request);
  const form = html`<form method="post" action="/login?${request.query.toString()}">
    <label for="username">${nameLabel(request.pool, texts)}</label>
    <input
      id="username"
      name="username"
      value="${username}"
      autocomplete="username"
      autocapitalize="none"
      spellcheck="false"
      required
      ${describedBy(error)}
    />
    <label for="password">${texts.password}</label>
    <input
      id="password"
      name="password"
      type="password"
      autocomplete="current-password"
      required
      ${describedBy(error)}
    />
    <button>${texts.signIn}</button>
  </form>`;
  const links = html`<ul role="list">
    ${providers.map(({ name }) => {
      const query = new URLSearchParams(request.query);
      query.delete('idp_identifier');
      query.set('identity_provider', name);
      return html`<li>
        <a class="provider" href="/oauth2/authorize?${query.toString()}">${texts.continueWith(name)}</a>
      </li>`;
    })}
  </ul>`;
  const content = html`
    ${errorText(error)} ${hasForm && form} ${hasForm && providers.length > 0 && html`<p class="or">${texts.or}</p>`}
    ${providers.length > 0 && links}
  `;
  return documentOf(texts.lang, texts.signIn, content);
}

/** The page that asks for the code of the second factor. */
export function codePage(
  request: AuthorizationRequest,
  {
    session,
    challenge,
    destination,
    error,
  }: {
    readonly session: string;
    readonly challenge: string;
    /** Where the code was sent, masked. Missing for an authenticator app. */
    readonly destination?: string | undefined;
    readonly error?: string;
  },
): string {
  const texts = textsIn(request.lang);
  const content = html`
    <p>${destination ? texts.codeSentTo(destination) : texts.codeFromApp}</p>
    ${errorText(error)}
    <form method="post" action="/login?${request.query.toString()}">
      <input type="hidden" name="session" value="${session}" />
      <input type="hidden" name="challenge" value="${challenge}" />
      <input type="hidden" name="destination" value="${destination ?? ''}" />
      <label for="code">${texts.code}</label>
      <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required ${describedBy(error)} />
      <button>${texts.confirm}</button>
    </form>
    <p><a href="/login?${request.query.toString()}">${texts.startAgain}</a></p>
  `;
  return documentOf(texts.lang, texts.enterCode, content);
}

/** The page for a user who has to go another way. */
export function sentencePage(request: AuthorizationRequest, sentence: string): string {
  const texts = textsIn(request.lang);
  const again = html`<p><a href="/login?${request.query.toString()}">${texts.startAgain}</a></p>`;
  return documentOf(
    texts.lang,
    texts.signIn,
    html`<p role="alert">${sentence}</p>
      ${again}`,
  );
}

/** What the errors that never return to an app mean. */
const ERRORS: Readonly<Record<string, string>> = {
  invalid_client: 'The client_id is not known.',
  redirect_mismatch: 'The redirect_uri is not in the list of the app client.',
  invalid_request: 'The request lacks a parameter.',
};

/** The page of such an error. */
export const errorPage = (error: string): string =>
  documentOf(
    'en',
    'An error was encountered with the requested page.',
    html`<p>${Object.hasOwn(ERRORS, error) ? ERRORS[error] : 'Something went wrong.'}</p>`,
  );

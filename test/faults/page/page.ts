import 'auth-elements/define/auth-authenticator';
import { createAuth } from 'auth-elements';
import type { AuthConfig } from 'auth-elements';
import { answers, look } from './look.js';
import { listen, markup, said } from './markup.js';

/** The globals that tests use on the page. */
const tools = { answers, look, markup, said };
export type Tools = typeof tools;
Object.assign(globalThis, { tools });

const given = new URLSearchParams(location.search).get('config');
if (given) {
  // Written by the test that opens this page.
  const config = JSON.parse(given) as AuthConfig;
  const authenticator = document.createElement('auth-authenticator');
  authenticator.auth = createAuth(config);
  const app = document.createElement('p');
  app.textContent = 'Only signed-in people see this';
  authenticator.append(app);
  document.querySelector('main')?.append(authenticator);
  listen(authenticator);
}

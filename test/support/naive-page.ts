import { fieldsOf, parseJson, textOf } from '../../src/cognito/json.js';
import type { Fields } from '../../src/cognito/json.js';

/**
 * An element as it is easily written, without any protection: it takes its configuration from markup, no matter who wrote that. A
 * session belongs to the app client, wherever that is reached, and is refreshed at the start.
 */
class NaiveAuthenticator extends HTMLElement {
  connectedCallback(): void {
    const refreshToken = localStorage.getItem(this.#key);
    if (refreshToken === null) this.#showForm();
    else void this.#takeIn(this.#ask('GetTokensFromRefreshToken', { RefreshToken: refreshToken }));
  }

  get #config(): Fields {
    return fieldsOf(parseJson(this.getAttribute('config') ?? ''));
  }

  get #key(): string {
    return `naive.${textOf(this.#config, 'userPoolClientId')}`;
  }

  #showForm(): void {
    const form = document.createElement('form');
    const fields = [this.#field('Username', 'text'), this.#field('Password', 'password')];
    form.append(this.#heading('Sign in'), ...fields, this.#button('Sign in', 'submit'));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const [USERNAME, PASSWORD] = fields.map((field) => field.querySelector('input')?.value);
      const AuthParameters = { USERNAME, PASSWORD };
      void this.#takeIn(this.#ask('InitiateAuth', { AuthFlow: 'USER_PASSWORD_AUTH', AuthParameters }));
    });
    const elsewhere = this.#button('Sign in on another page', 'button');
    elsewhere.addEventListener('click', () => this.#leave());
    this.replaceChildren(form, elsewhere);
  }

  #heading(text: string): HTMLElement {
    const heading = document.createElement('h2');
    heading.textContent = text;
    return heading;
  }

  #field(label: string, type: string): HTMLElement {
    const field = document.createElement('label');
    const input = document.createElement('input');
    input.type = type;
    field.append(label, input);
    return field;
  }

  #button(text: string, type: 'button' | 'submit'): HTMLElement {
    const button = document.createElement('button');
    button.type = type;
    button.textContent = text;
    return button;
  }

  #leave(): void {
    const oauth = fieldsOf(this.#config['oauth']);
    const request = {
      response_type: 'code',
      client_id: textOf(this.#config, 'userPoolClientId') ?? '',
      redirect_uri: textOf(oauth, 'redirectSignIn') ?? '',
    };
    location.assign(`${textOf(oauth, 'domain')}/oauth2/authorize?${new URLSearchParams(request).toString()}`);
  }

  async #ask(operation: string, input: object): Promise<Fields> {
    const response = await fetch(textOf(this.#config, 'userPoolEndpoint') ?? '', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify({ ClientId: textOf(this.#config, 'userPoolClientId'), ...input }),
    });
    return fieldsOf(fieldsOf(await response.json())['AuthenticationResult']);
  }

  async #takeIn(asked: Promise<Fields>): Promise<void> {
    const result = await asked;
    if (!textOf(result, 'AccessToken')) {
      this.#showForm();
      return;
    }
    const refreshToken = textOf(result, 'RefreshToken');
    if (refreshToken) localStorage.setItem(this.#key, refreshToken);
    this.replaceChildren(this.#heading('Only signed-in people see this'));
  }
}
customElements.define('naive-authenticator', NaiveAuthenticator);

const element = document.createElement('naive-authenticator');
element.setAttribute('config', new URLSearchParams(location.search).get('config') ?? '');
document.querySelector('section')?.append(element);

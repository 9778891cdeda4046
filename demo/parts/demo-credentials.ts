import { html } from 'lit';
import type { TemplateResult } from 'lit';
import { AuthController, AuthError } from '../../src/index.js';
import type { AwsCredentials } from '../../src/index.js';
import { facts } from './facts.js';
import { LightElement } from './light-element.js';
import { localCognito } from './local-cognito.js';

/** The AWS credentials of the user or of a guest: gets them, renews them, and signs a request with them. */
class DemoCredentials extends LightElement {
  readonly #auth = new AuthController(this);
  #credentials: AwsCredentials | undefined;
  #outcome = '';
  #sub: string | undefined;

  protected override willUpdate(): void {
    const sub = this.#auth.state?.user?.sub;
    // Those of another user.
    if (sub !== this.#sub) [this.#credentials, this.#outcome] = [undefined, ''];
    this.#sub = sub;
  }

  protected override render(): TemplateResult {
    const held = this.#credentials;
    return html`
      <section class="card" aria-labelledby="credentials-heading">
        <h2 id="credentials-heading">AWS credentials</h2>
        <p class="muted">From an identity pool: for users, and for guests who have not signed in.</p>
        ${
          held
            ? facts({
                for: held.authenticated ? 'a user' : 'a guest',
                identity: held.identityId,
                key: held.accessKeyId,
                expires: held.expiration.toLocaleTimeString(),
              })
            : ''
        }
        <p class="app-tokens">
          <button type="button" class="small" @click=${() => this.#get(false)}>Get credentials</button>
          <button type="button" class="small" @click=${() => this.#get(true)}>Renew</button>
          <button type="button" class="small" @click=${() => this.#call()}>Call AWS</button>
        </p>
        <p role="status" class="muted">${this.#outcome}</p>
      </section>
    `;
  }

  #get(forceRefresh: boolean): Promise<void> {
    return this.#try(async (auth) => {
      this.#credentials = await auth.getCredentials({ forceRefresh });
      return forceRefresh ? 'These are new.' : '';
    });
  }

  /** The real client of AWS, which asks for credentials by itself. The local service checks its signature. */
  #call(): Promise<void> {
    return this.#try(async ({ getCredentials }) => {
      const { GetCallerIdentityCommand, STSClient } = await import('@aws-sdk/client-sts');
      const { identityEndpoint } = await localCognito();
      const sts = new STSClient({ region: 'us-east-1', endpoint: identityEndpoint, credentials: getCredentials });
      const { Arn } = await sts.send(new GetCallerIdentityCommand({}));
      this.#credentials = await getCredentials();
      return `Let in as ${String(Arn)}.`;
    });
  }

  async #try(work: (auth: NonNullable<AuthController['auth']>) => Promise<string>): Promise<void> {
    const { auth } = this.#auth;
    if (!auth) return;
    try {
      this.#outcome = await work(auth);
    } catch (error) {
      this.#outcome = `Refused: ${AuthError.from(error).code}.`;
    }
    this.requestUpdate();
  }
}
customElements.define('demo-credentials', DemoCredentials);

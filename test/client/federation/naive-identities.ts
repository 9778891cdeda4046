import { fieldsOf, parseJson, textOf } from '../../../src/cognito/json.js';
import type { Fields } from '../../../src/cognito/json.js';
import { PASSWORD } from '../../contracts/client.contract.js';
import { keyOf } from '../../local-cognito/support/identity-app.js';
import { POOL as USER_POOL } from '../../local-cognito/support/stage.js';
import { POOL } from '../identity-stage.js';
import type { Stage } from '../stage.js';

/** Where aws-amplify 5 keeps the identity of a guest, and this client any identity. */
export const IDENTITY_KEY = `CognitoIdentityId-${POOL}`;
const LOGINS_KEY = 'naive.logins';

/** AWS credentials, as far as they tell whose they are. */
export interface Got {
  readonly identityId: string;
  readonly accessKeyId: string;
}

/** What an identity pool says when it refuses a request. */
export class Refused extends Error {}

/**
 * A client of an identity pool as it is easily written, in one tab: it keeps the first identity that it gets, whoever comes
 * next; sends the tokens of all who are signed in, as samples for several providers do; and returns the credentials that it
 * holds without a look at who is signed in now.
 */
export class NaiveIdentities {
  readonly #stage: Stage;
  #held: Got | undefined;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async signIn(username: string): Promise<void> {
    const answer = await this.#ask('cognito-idp', 'AWSCognitoIdentityProviderService.InitiateAuth', {
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: USER_POOL.clientId,
      AuthParameters: { USERNAME: username, PASSWORD },
    });
    this.federate(keyOf(USER_POOL), textOf(fieldsOf(answer['AuthenticationResult']), 'IdToken') ?? '');
  }

  federate(key: string, token: string): void {
    this.#stage.kept.set(LOGINS_KEY, JSON.stringify({ ...this.#logins, [key]: token }));
  }

  signOut(): void {
    this.#stage.kept.delete(LOGINS_KEY);
    this.#held = undefined;
  }

  async getCredentials(): Promise<Got> {
    if (this.#held) return this.#held;
    const Logins = this.#logins;
    const service = 'AWSCognitoIdentityService';
    const known = this.#stage.kept.get(IDENTITY_KEY);
    const found = known
      ? { IdentityId: known }
      : await this.#ask('cognito-identity', `${service}.GetId`, { IdentityPoolId: POOL, Logins });
    const IdentityId = textOf(found, 'IdentityId') ?? '';
    this.#stage.kept.set(IDENTITY_KEY, IdentityId);
    const answer = await this.#ask('cognito-identity', `${service}.GetCredentialsForIdentity`, { IdentityId, Logins });
    const accessKeyId = textOf(fieldsOf(answer['Credentials']), 'AccessKeyId') ?? '';
    return (this.#held = { identityId: textOf(answer, 'IdentityId') ?? '', accessKeyId });
  }

  get #logins(): Fields {
    return fieldsOf(parseJson(this.#stage.kept.get(LOGINS_KEY) ?? '{}'));
  }

  async #ask(host: string, target: string, input: object): Promise<Fields> {
    const send = this.#stage.config().environment?.fetch ?? fetch;
    const response = await send(`https://${host}.us-east-1.amazonaws.com/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
      body: JSON.stringify(input),
    });
    const answer = fieldsOf(await response.json());
    if (!response.ok) throw new Refused(textOf(answer, 'message'));
    return answer;
  }
}

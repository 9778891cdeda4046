import assert from 'node:assert/strict';

/** An answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends a request as nothing but HTTP: what no library would send, and what none would show. */
export async function post(endpoint: string, operation: string, request: object | string): Promise<Answer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: typeof request === 'string' ? request : JSON.stringify(request),
  });
  // Some operations answer with nothing at all.
  const body = (await response.text()) || '{}';
  return { status: response.status, body: JSON.parse(body) as Answer['body'] };
}

/** Expects a refusal, word for word. */
export async function refused(asking: Promise<Answer>, __type: string, message?: string): Promise<void> {
  const { status, body } = await asking;
  assert.deepEqual({ status, __type: body['__type'] }, { status: 400, __type });
  if (message !== undefined) assert.equal(body['message'], message);
}

/** Expects an answer that is no refusal. */
export async function granted(asking: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await asking;
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

/** The tokens of a sign-in that ended. */
export interface Tokens {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly RefreshToken: string;
}

/** Reads the tokens out of an answer that has to have them. */
export async function tokensIn(asking: Promise<Answer>): Promise<Tokens> {
  const { AuthenticationResult } = await granted(asking);
  assert.ok(AuthenticationResult, 'The answer has no tokens.');
  return AuthenticationResult as Tokens;
}

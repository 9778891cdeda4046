import assert from 'node:assert/strict';

/** An HTTP response. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Sends a request by plain HTTP, for requests and responses that no library sends or shows. */
export async function post(endpoint: string, operation: string, request: object | string): Promise<Answer> {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: typeof request === 'string' ? request : JSON.stringify(request),
  });
  // Some operations have a response without a body.
  const body = (await response.text()) || '{}';
  return { status: response.status, body: JSON.parse(body) as Answer['body'] };
}

/** Expects an error response, word for word. */
export async function refused(asking: Promise<Answer>, __type: string, message?: string): Promise<void> {
  const { status, body } = await asking;
  assert.deepEqual({ status, __type: body['__type'] }, { status: 400, __type });
  if (message !== undefined) assert.equal(body['message'], message);
}

/** Expects a successful response. */
export async function granted(asking: Promise<Answer>): Promise<Answer['body']> {
  const { status, body } = await asking;
  assert.equal(status, 200, JSON.stringify(body));
  return body;
}

/** The tokens of a completed sign-in. */
export interface Tokens {
  readonly AccessToken: string;
  readonly IdToken: string;
  readonly RefreshToken: string;
}

/** The tokens in a response, which has to have them. */
export async function tokensIn(asking: Promise<Answer>): Promise<Tokens> {
  const { AuthenticationResult } = await granted(asking);
  assert.ok(AuthenticationResult, 'The answer has no tokens.');
  return AuthenticationResult as Tokens;
}

import { CognitoIdentityClient } from '@aws-sdk/client-cognito-identity';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { misfits } from './shape.js';

/** The SDK's client for user pools, which also compares each response with the SDK's model. */
export class CheckedSdk extends CognitoIdentityProviderClient {
  /** The differences between responses and the model. */
  readonly misfits: string[] = [];
}

/** The same for identity pools. */
export class CheckedIdentitySdk extends CognitoIdentityClient {
  readonly misfits: string[] = [];
}

const optionsFor = (endpoint: string) => ({
  endpoint,
  region: 'us-east-1',
  credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  maxAttempts: 1,
});

/** The differences between a response and the model, which is read before the SDK drops unknown members. */
async function misfitsOf(operation: string, received: unknown): Promise<readonly string[]> {
  const response = received as { statusCode: number; body: AsyncIterable<Uint8Array> | Uint8Array };
  const chunks: Uint8Array[] = [];
  for await (const chunk of response.body as AsyncIterable<Uint8Array>) chunks.push(chunk);
  response.body = new Uint8Array(Buffer.concat(chunks));
  const text = Buffer.from(response.body).toString();
  return response.statusCode === 200 && text ? misfits(operation, JSON.parse(text)) : [];
}

const nameOf = (commandName = ''): string => commandName.replace(/Command$/, '');
const COMPARISON = { step: 'deserialize', priority: 'low', name: 'compareWithModel' } as const;

/** Compares each response with the model. */
const comparison =
  (found: string[]) =>
  <Request, Result extends { readonly response: unknown }>(
    next: (request: Request) => Promise<Result>,
    { commandName }: { readonly commandName?: string },
  ) =>
  async (request: Request): Promise<Result> => {
    const result = await next(request);
    found.push(...(await misfitsOf(nameOf(commandName), result.response)));
    return result;
  };

/** AWS's client for the user pools of a local Cognito. */
export function checkedSdk(endpoint: string): CheckedSdk {
  const sdk = new CheckedSdk(optionsFor(endpoint));
  sdk.middlewareStack.add(comparison(sdk.misfits), COMPARISON);
  return sdk;
}

/** AWS's client for its identity pools. */
export function checkedIdentitySdk(endpoint: string): CheckedIdentitySdk {
  const sdk = new CheckedIdentitySdk(optionsFor(endpoint));
  sdk.middlewareStack.add(comparison(sdk.misfits), COMPARISON);
  return sdk;
}

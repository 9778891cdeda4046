import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { misfits } from './shape.js';

/** The SDK's client, which also compares each response with the SDK's model. */
export class CheckedSdk extends CognitoIdentityProviderClient {
  /** The differences between responses and the model. */
  readonly misfits: string[] = [];
}

/** AWS's client for a local Cognito. It compares before the SDK drops unknown members. */
export function checkedSdk(endpoint: string): CheckedSdk {
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  const sdk = new CheckedSdk({ endpoint, region: 'us-east-1', credentials, maxAttempts: 1 });
  sdk.middlewareStack.add(
    (next, { commandName = '' }) =>
      async (request) => {
        const result = await next(request);
        const response = result.response as { statusCode: number; body: AsyncIterable<Uint8Array> | Uint8Array };
        const chunks: Uint8Array[] = [];
        for await (const chunk of response.body as AsyncIterable<Uint8Array>) chunks.push(chunk);
        response.body = new Uint8Array(Buffer.concat(chunks));
        const text = Buffer.from(response.body).toString();
        if (response.statusCode === 200 && text) {
          const answer: unknown = JSON.parse(text);
          sdk.misfits.push(...misfits(commandName.replace(/Command$/, ''), answer));
        }
        return result;
      },
    { step: 'deserialize', priority: 'low', name: 'compareWithModel' },
  );
  return sdk;
}

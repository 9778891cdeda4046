import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { HttpRequest } from '@smithy/core/protocols';
import { IdentityApp } from './support/identity-app.js';
import { HOUR, MINUTE, setStage } from './support/stage.js';

const stage = setStage();
type Credentials = Awaited<ReturnType<IdentityApp['credentialsOf']>>;
let credentials: Credentials;
beforeEach(async () => {
  const app = new IdentityApp(stage);
  const logins = await app.loginsOf('jane');
  credentials = await app.credentialsOf(await app.idOf(logins), logins);
});

/** How a request can go wrong. */
interface Circumstances {
  readonly credentials?: Partial<Credentials>;
  /** How far the clock of the caller is off, in milliseconds. */
  readonly skew?: number;
  /** What happens to the request once it is signed. */
  readonly change?: (request: HttpRequest) => void;
}

const optionsFor = ({ credentials: changes, skew = 0 }: Circumstances) => ({
  endpoint: stage.cognito.identityEndpoint,
  region: 'us-east-1',
  credentials: { ...credentials, ...changes },
  systemClockOffset: skew,
  maxAttempts: 1,
});

/** What signing is before. */
const ON_THE_WAY = { step: 'deserialize', priority: 'low' } as const;

function apply({ change }: Circumstances, request: unknown): void {
  assert.ok(HttpRequest.isInstance(request));
  change?.(request);
}

function listTables(circumstances: Circumstances = {}) {
  const client = new DynamoDBClient(optionsFor(circumstances));
  client.middlewareStack.add((next) => (call) => (apply(circumstances, call.request), next(call)), ON_THE_WAY);
  return client.send(new ListTablesCommand({}));
}

function callerIdentity(circumstances: Circumstances = {}) {
  const client = new STSClient(optionsFor(circumstances));
  client.middlewareStack.add((next) => (call) => (apply(circumstances, call.request), next(call)), ON_THE_WAY);
  return client.send(new GetCallerIdentityCommand({}));
}

/** Replaces the first character. */
const changed = (text: string): string => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

describe('Credentials of an identity pool', () => {
  it('let a client of DynamoDB in, and one of STS, which tells the role', async () => {
    assert.deepEqual((await listTables()).TableNames, ['Notes']);
    assert.equal(
      (await callerIdentity()).Arn,
      'arn:aws:sts::123456789012:assumed-role/LocalUserRole/CognitoIdentityCredentials',
    );
    const app = new IdentityApp(stage);
    const guest = await app.credentialsOf(await app.idOf());
    assert.match((await callerIdentity({ credentials: guest })).Arn ?? '', /LocalGuestRole/);
  });

  it('let nobody in any more after an hour', async () => {
    stage.pass(HOUR);
    const circumstances = { skew: HOUR };
    await assert.rejects(listTables(circumstances), { name: 'ExpiredTokenException' });
    await assert.rejects(callerIdentity(circumstances), { name: 'ExpiredToken' });
  });
});

const REFUSALS: readonly [what: string, at: Circumstances | (() => Circumstances), dynamo: string, sts: string][] = [
  [
    'one changed character of the secret',
    () => ({ credentials: { secretAccessKey: changed(credentials.secretAccessKey) } }),
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
  ],
  [
    'an unknown key',
    () => ({ credentials: { accessKeyId: changed(credentials.accessKeyId) } }),
    'UnrecognizedClientException',
    'InvalidClientTokenId',
  ],
  [
    'another session token',
    () => ({ credentials: { sessionToken: changed(credentials.sessionToken) } }),
    'UnrecognizedClientException',
    'InvalidClientTokenId',
  ],
  [
    'no session token',
    () => ({ credentials: { ...credentials, sessionToken: '' } }),
    'UnrecognizedClientException',
    'InvalidClientTokenId',
  ],
  [
    'a body that was changed on the way',
    {
      change: (request) => {
        // The body of one is a string, that of the other bytes.
        request.body = Buffer.concat([Buffer.from(request.body as string), Buffer.from(' ')]);
        delete request.headers['content-length'];
      },
    },
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
  ],
  [
    'a header that was changed on the way',
    { change: (request) => void (request.headers['content-type'] = `${String(request.headers['content-type'])};a=b`) },
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
  ],
  [
    'a query that was added on the way',
    { change: (request) => void (request.query['a'] = 'b') },
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
  ],
  ['a time 10 minutes ago', { skew: -10 * MINUTE }, 'InvalidSignatureException', 'SignatureDoesNotMatch'],
  ['a time in 10 minutes', { skew: 10 * MINUTE }, 'InvalidSignatureException', 'SignatureDoesNotMatch'],
  [
    'the signature for another service',
    {
      change: (request) => {
        request.headers['authorization'] = String(request.headers['authorization']).replace(/(dynamodb|sts)\//, 'iam/');
      },
    },
    'InvalidSignatureException',
    'SignatureDoesNotMatch',
  ],
  [
    'no signature',
    {
      change: (request) => {
        delete request.headers['authorization'];
      },
    },
    'MissingAuthenticationTokenException',
    'MissingAuthenticationToken',
  ],
];

describe('A request is refused with', () => {
  for (const [what, at, dynamo, sts] of REFUSALS) {
    it(what, async () => {
      const circumstances = typeof at === 'function' ? at() : at;
      await assert.rejects(listTables(circumstances), { name: dynamo });
      await assert.rejects(callerIdentity(circumstances), { name: sts });
    });
  }

  it('a header that was taken off the list of what is signed', async () => {
    const change = (request: HttpRequest) => {
      request.headers['authorization'] = String(request.headers['authorization']).replace(';x-amz-target', '');
    };
    await assert.rejects(listTables({ change }), { name: 'InvalidSignatureException' });
  });
});

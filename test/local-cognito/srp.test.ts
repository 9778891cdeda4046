import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { answerTo, matches, padHex, proves, verifierOf } from '../../demo/cognito/store/srp.js';
import type { Handshake } from '../../demo/cognito/store/srp.js';
import { inWords, PADDINGS, PROPERTIES, SALT } from './support/paddings.js';
import type { Name, Property } from './support/paddings.js';
import { granted, post, refused, tokensIn } from './support/protocol.js';
import { SrpClient } from './support/srp-client.js';
import type { Challenge } from './support/srp-client.js';
import { PASSWORD, POOL, setStage } from './support/stage.js';

const POOL_NAME = 'Example1';
const TIMESTAMP = 'Sat Nov 21 06:15:00 UTC 2026';

/** Whether the server accepts a client's proof of a password. */
function isBelieved(client: SrpClient, handshake: Handshake, password: string): boolean {
  const secretBlock = randomBytes(64);
  const challenge = {
    SALT: padHex(BigInt(`0x${handshake.verifier.salt}`)),
    SRP_B: padHex(handshake.serverPublic),
    SECRET_BLOCK: secretBlock.toString('base64'),
    USER_ID_FOR_SRP: 'jane',
  };
  const message = [`${POOL_NAME}jane`, secretBlock, TIMESTAMP];
  return proves(handshake, message, client.claim(challenge, password, TIMESTAMP));
}

describe('the numbers of a proof', () => {
  it('are padded as amazon-cognito-identity-js pads them', () => {
    const client = new SrpClient(POOL_NAME);
    const crafted = ['1', '7f', '80', 'ff', '100', '7fff', '8000', 'abc', '0abc', '00ff', client.modulus];
    const random = Array.from({ length: 200 }, (_, index) => randomBytes(1 + (index % 40)).toString('hex'));
    for (const digits of [...crafted, ...random]) assert.equal(padHex(BigInt(`0x${digits}`)), client.pad(digits));
  });

  for (const [kind, start] of [
    ['begins with zeros', '0000'],
    ['has an odd number of digits', '07'],
    ['looks negative', '80'],
    ['looks negative and full', 'ff'],
  ] as const) {
    it(`prove a password whose salt ${kind}`, () => {
      const salt = Buffer.from(start + randomBytes(16).toString('hex').slice(start.length), 'hex');
      const verifier = verifierOf(`${POOL_NAME}jane`, PASSWORD, salt);
      assert.ok(matches(verifier, `${POOL_NAME}jane`, PASSWORD));
      assert.ok(!matches(verifier, `${POOL_NAME}jane`, 'Wrong-Horse-7'));

      const client = new SrpClient(POOL_NAME);
      const handshake = answerTo(client.publicValue, verifier);
      assert.ok(isBelieved(client, handshake, PASSWORD));
      assert.ok(!isBelieved(client, handshake, 'Wrong-Horse-7'));
    });
  }

  for (const [secrets, properties] of PADDINGS) {
    it(`prove a password where ${inWords(properties)}`, () => {
      const verifier = verifierOf(`${POOL_NAME}jane`, PASSWORD, SALT);
      const client = new SrpClient(POOL_NAME, secrets.client);
      const handshake = answerTo(client.publicValue, verifier, secrets.server);
      assert.ok(isBelieved(client, handshake, PASSWORD));
      const numbers = {
        A: client.publicValue,
        B: handshake.serverPublic.toString(16),
        u: client.scrambler,
        S: client.sharedSecret,
      } satisfies Readonly<Record<Name, string>>;
      for (const [property, has] of Object.entries(PROPERTIES)) {
        // The keys of both tables are those of their types.
        const names = (Object.keys(numbers) as Name[]).filter((name) => has(numbers[name], name));
        assert.deepEqual(names, properties[property as Property], property);
      }
      assert.ok(!isBelieved(client, handshake, 'Wrong-Horse-7'));
    });
  }
});

describe('a password, proved by SRP', () => {
  const stage = setStage();
  const ask = (operation: string, request: object) => post(stage.cognito.endpoint, operation, request);

  const begin = async (SRP_A: string, username = 'jane'): Promise<Challenge> => {
    const AuthParameters = { USERNAME: username, SRP_A };
    const answer = await granted(
      ask('InitiateAuth', { AuthFlow: 'USER_SRP_AUTH', ClientId: POOL.clientId, AuthParameters }),
    );
    assert.equal(answer['ChallengeName'], 'PASSWORD_VERIFIER');
    return answer['ChallengeParameters'] as Challenge;
  };

  const respond = (challenge: Challenge, signature: string, changes: object = {}) =>
    ask('RespondToAuthChallenge', {
      ChallengeName: 'PASSWORD_VERIFIER',
      ClientId: POOL.clientId,
      ChallengeResponses: {
        USERNAME: challenge.USER_ID_FOR_SRP,
        PASSWORD_CLAIM_SECRET_BLOCK: challenge.SECRET_BLOCK,
        PASSWORD_CLAIM_SIGNATURE: signature,
        TIMESTAMP,
        ...changes,
      },
    });

  it('is refused when the signature is for another time, secret or password', async () => {
    const client = new SrpClient(POOL_NAME);
    const made = async (password: string, changes: (challenge: Challenge) => object) => {
      const challenge = await begin(client.publicValue);
      return respond(challenge, client.claim(challenge, password, TIMESTAMP), changes(challenge));
    };
    const refusal = ['NotAuthorizedException', 'Incorrect username or password.'] as const;
    await refused(
      made('Wrong-Horse-7', () => ({})),
      ...refusal,
    );
    await refused(
      made(PASSWORD, () => ({ TIMESTAMP: 'Sat Nov 21 06:15:01 UTC 2026' })),
      ...refusal,
    );
    await refused(
      made(PASSWORD, () => ({ PASSWORD_CLAIM_SIGNATURE: '' })),
      ...refusal,
    );
    await refused(
      made(PASSWORD, () => ({ PASSWORD_CLAIM_SECRET_BLOCK: 'aW52ZW50ZWQ=' })),
      ...refusal,
    );
    const other = await begin(client.publicValue);
    await refused(
      made(PASSWORD, () => ({ PASSWORD_CLAIM_SECRET_BLOCK: other.SECRET_BLOCK })),
      ...refusal,
    );
  });

  for (const [what, time] of [
    ['has a leading zero', 'Sat Nov 07 06:15:00 UTC 2026'],
    ['is of another weekday', 'Sun Nov 21 06:15:00 UTC 2026'],
    ['is in the next month', 'Tue Nov 31 06:15:00 UTC 2026'],
  ] as const) {
    it(`is refused when the day of its time ${what}, as Cognito signs the time as it writes it`, async () => {
      const client = new SrpClient(POOL_NAME);
      const challenge = await begin(client.publicValue);
      await refused(
        respond(challenge, client.claim(challenge, PASSWORD, time), { TIMESTAMP: time }),
        'NotAuthorizedException',
        'Incorrect username or password.',
      );
    });
  }

  for (const time of [
    'lør nov 21 06:15:00 UTC 2026',
    'Sat Nov 21 2026 06:15:00 GMT+0000',
    'Sat Nov 21 06:15:00 +05:30 2026',
    'Sat Nov 21 06:15:00 UTC',
    'Sat Nov 21 25:15:00 UTC 2026',
    '2026-11-21T06:15:00Z',
    '1795241700',
  ]) {
    it(`is refused when its time is written as ${time}`, async () => {
      const client = new SrpClient(POOL_NAME);
      const challenge = await begin(client.publicValue);
      await refused(
        respond(challenge, client.claim(challenge, PASSWORD, time), { TIMESTAMP: time }),
        'InvalidParameterException',
        'TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.',
      );
    });
  }

  it('is accepted on a day of one digit', async () => {
    const client = new SrpClient(POOL_NAME);
    const challenge = await begin(client.publicValue);
    const TIMESTAMP = 'Sat Nov 7 06:15:00 UTC 2026';
    await tokensIn(respond(challenge, client.claim(challenge, PASSWORD, TIMESTAMP), { TIMESTAMP }));
  });

  it('is refused when the same signature is sent twice', async () => {
    const client = new SrpClient(POOL_NAME);
    const challenge = await begin(client.publicValue);
    const signature = client.claim(challenge, PASSWORD, TIMESTAMP);
    await tokensIn(respond(challenge, signature));
    await refused(respond(challenge, signature), 'NotAuthorizedException', 'Incorrect username or password.');
  });

  it('is refused when the signature is sent by another app client', async () => {
    const client = new SrpClient(POOL_NAME);
    const challenge = await begin(client.publicValue);
    const signature = client.claim(challenge, PASSWORD, TIMESTAMP);
    await refused(
      ask('RespondToAuthChallenge', {
        ChallengeName: 'PASSWORD_VERIFIER',
        ClientId: 'def456',
        ChallengeResponses: {
          USERNAME: 'jane',
          PASSWORD_CLAIM_SECRET_BLOCK: challenge.SECRET_BLOCK,
          PASSWORD_CLAIM_SIGNATURE: signature,
          TIMESTAMP,
        },
      }),
      'NotAuthorizedException',
    );
  });

  it('cannot be bypassed with a public value of 0, N or 2 N', async () => {
    const modulus = BigInt(`0x${new SrpClient(POOL_NAME).modulus}`);
    for (const SRP_A of ['0', '00', modulus.toString(16), (2n * modulus).toString(16), 'no number']) {
      const AuthParameters = { USERNAME: 'jane', SRP_A };
      const request = { AuthFlow: 'USER_SRP_AUTH', ClientId: POOL.clientId, AuthParameters };
      const { status } = await ask('InitiateAuth', request);
      assert.equal(status, 400, SRP_A);
    }
  });

  it('is asked of an unknown user too, with the same salt each time, and never accepted', async () => {
    const client = new SrpClient(POOL_NAME);
    const [first, second] = [await begin(client.publicValue, 'unknown'), await begin(client.publicValue, 'unknown')];
    assert.equal(first.SALT, second.SALT);
    assert.equal(first.USER_ID_FOR_SRP, second.USER_ID_FOR_SRP);
    assert.match(first.USER_ID_FOR_SRP, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-a[\da-f]{3}-[\da-f]{12}$/);
    assert.notEqual(first.SRP_B, second.SRP_B);
    await refused(
      respond(first, client.claim(first, PASSWORD, TIMESTAMP)),
      'NotAuthorizedException',
      'Incorrect username or password.',
    );
  });
});

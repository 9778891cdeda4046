import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { json } from '../oauth/http.js';
import type { HostedAnswer } from '../oauth/http.js';
import type { Refusal } from './signature.js';

/** A service that refuses requests without credentials. It stands for all of them. */
export interface GuardedService {
  /** As it is named in signatures. */
  readonly name: string;
  /** The one operation that it has. */
  readonly operation: string;
  readonly isMeant: (request: IncomingMessage) => boolean;
  readonly answer: (role: string) => HostedAnswer;
  readonly refuse: (refusal: Refusal) => HostedAnswer;
}

const ACCOUNT = '123456789012';

const MESSAGES: Readonly<Record<Refusal, string>> = {
  unsigned: 'Request is missing Authentication Token',
  'unknown-key': 'The security token included in the request is invalid.',
  'wrong-token': 'The security token included in the request is invalid.',
  expired: 'The security token included in the request is expired',
  'off-time': 'Signature expired or not yet current: the clocks differ by more than 5 minutes.',
  'wrong-signature':
    'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
};

/** The names of the exceptions, which differ between the protocols. */
const OF_STS: Readonly<Record<Refusal, string>> = {
  unsigned: 'MissingAuthenticationToken',
  'unknown-key': 'InvalidClientTokenId',
  'wrong-token': 'InvalidClientTokenId',
  expired: 'ExpiredToken',
  'off-time': 'SignatureDoesNotMatch',
  'wrong-signature': 'SignatureDoesNotMatch',
};
const OF_DYNAMODB: Readonly<Record<Refusal, string>> = {
  unsigned: 'MissingAuthenticationTokenException',
  'unknown-key': 'UnrecognizedClientException',
  'wrong-token': 'UnrecognizedClientException',
  expired: 'ExpiredTokenException',
  'off-time': 'InvalidSignatureException',
  'wrong-signature': 'InvalidSignatureException',
};

const xml = (status: number, root: string, content: string): HostedAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: `<${root} xmlns="https://sts.amazonaws.com/doc/2011-06-15/">${content}</${root}>`,
});

const SERVICES: readonly GuardedService[] = [
  {
    name: 'sts',
    operation: 'GetCallerIdentity',
    isMeant: ({ method, url, headers }) =>
      method === 'POST' &&
      /^\/(\?|$)/.test(url ?? '') &&
      Boolean(headers['content-type']?.startsWith('application/x-www-form-urlencoded')),
    answer: (role) =>
      xml(
        200,
        'GetCallerIdentityResponse',
        `<GetCallerIdentityResult><Arn>arn:aws:sts::${ACCOUNT}:assumed-role/${role}/CognitoIdentityCredentials</Arn><UserId>AROAEXAMPLE:CognitoIdentityCredentials</UserId><Account>${ACCOUNT}</Account></GetCallerIdentityResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`,
      ),
    refuse: (refusal) =>
      xml(
        403,
        'ErrorResponse',
        `<Error><Type>Sender</Type><Code>${OF_STS[refusal]}</Code><Message>${MESSAGES[refusal]}</Message></Error><RequestId>${randomUUID()}</RequestId>`,
      ),
  },
  {
    name: 'dynamodb',
    operation: 'ListTables',
    isMeant: ({ headers }) => headers['x-amz-target'] === 'DynamoDB_20120810.ListTables',
    answer: () => json(200, { TableNames: ['Notes'] }),
    refuse: (refusal) =>
      json(400, { __type: `com.amazon.coral.service#${OF_DYNAMODB[refusal]}`, message: MESSAGES[refusal] }),
  },
];

/** The service that a request is for, if it is one of these. */
export const guardedService = (request: IncomingMessage): GuardedService | undefined =>
  SERVICES.find(({ isMeant }) => isMeant(request));

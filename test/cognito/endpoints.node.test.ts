import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CognitoIdentityClient } from '@aws-sdk/client-cognito-identity';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { endpointOf } from '../../src/cognito/endpoints.js';

/** At least one region of each partition, and one that does not exist yet. */
const REGIONS = [
  ...['us-east-1', 'eu-central-2', 'ap-southeast-7', 'il-central-1', 'mx-central-1', 'us-gov-west-1', 'xx-south-1'],
  ...['cn-north-1', 'cn-northwest-1', 'eusc-de-east-1'],
  ...['us-iso-east-1', 'us-isob-west-1', 'eu-isoe-west-1', 'us-isof-south-1'],
];

describe('Requests are sent where the AWS SDK sends its own', () => {
  for (const region of REGIONS) {
    it(`in ${region}`, () => {
      const where = { Region: region, UseDualStack: false, UseFIPS: false };
      const users = new CognitoIdentityProviderClient({ region }).config.endpointProvider(where);
      const identities = new CognitoIdentityClient({ region }).config.endpointProvider(where);
      assert.equal(endpointOf('cognito-idp', `${region}_Example1`), users.url.href);
      assert.equal(
        endpointOf('cognito-identity', `${region}:7d4c0b6e-0000-4000-8000-000000000000`),
        identities.url.href,
      );
    });
  }
});

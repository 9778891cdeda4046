import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { AuthErrorCode } from '../../../src/cognito/errors.js';
import { CognitoException, errorOf, meaningOf } from '../../../src/cognito/exceptions.js';

const MEANINGS: readonly (readonly [error: string, description: string, code: AuthErrorCode, detail?: string])[] = [
  ['access_denied', 'User declined', 'cancelled'],
  ['invalid_grant', '', 'redirect-lost'],
  ['invalid_request', 'PreSignUp failed with error Only for members.', 'rejected', 'Only for members'],
  ['invalid_request', 'PreSignUp failed with error RequestId: 1 Error: Runtime exited', 'service'],
  ['invalid_request', 'The request to the identity provider timed out', 'service'],
  ['invalid_request', 'attributes required: [email]', 'configuration'],
  ['invalid_scope', 'x', 'configuration'],
  ['invalid_client', '', 'configuration'],
  ['unauthorized_client', 'x', 'configuration'],
  ['unsupported_response_type', '', 'configuration'],
  ['server_error', 'Exception processing authorization code', 'service'],
  ['temporarily_unavailable', '', 'service'],
  ['something_new', 'x', 'unknown'],
];

describe('An error of the sign-in pages', () => {
  for (const [error, description, code, detail] of MEANINGS) {
    it(`means ${code}: ${error} “${description}”`, () => {
      const found = errorOf(new CognitoException(error, description, 'authorize'));
      assert.equal(found.code, code);
      assert.equal(found.detail, detail);
    });
  }

  for (const error of ['login_required', 'interaction_required', 'consent_required']) {
    it(`leads to the form when there was to be no page: ${error}`, () => {
      assert.equal(meaningOf(errorOf(new CognitoException(error, '', 'authorize'))).next, 'signIn');
    });
  }

  it('is shown as text, cut, and without characters that hide', () => {
    const description = `PreSignUp failed with error <b>\u202eno\u0000${'x'.repeat(10_000)}`;
    const { detail = '' } = errorOf(new CognitoException('invalid_request', description, 'authorize'));
    assert.match(detail, /^<b> no x+$/);
    assert.equal(detail.length, 500);
  });
});

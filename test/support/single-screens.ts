import { createAuth } from '../../src/auth.js';
import '../../src/define.js';

const query = new URLSearchParams(location.search);

document.querySelector('auth-provider')!.auth = createAuth({
  userPoolId: query.get('pool') ?? '',
  userPoolClientId: query.get('client') ?? '',
  userPoolEndpoint: query.get('endpoint') ?? '',
});
// `?mfa-types=sms+totp`: each is a member of `mfaTypes`.
document.querySelector('auth-select-mfa-type')!.mfaTypes = Object.fromEntries(
  (query.get('mfa-types') ?? '').split(' ').map((type) => [type, true]),
);

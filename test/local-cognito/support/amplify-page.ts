import { Amplify } from 'aws-amplify';
import type { ResourcesConfig } from 'aws-amplify';
import * as auth from 'aws-amplify/auth';
import 'aws-amplify/auth/enable-oauth-listener';

/** The globals of the page. The test sets `configuration` before the script runs. */
export interface AmplifyPage {
  readonly configuration: ResourcesConfig;
  readonly auth: typeof auth;
}
// The interface says what the test has put there.
Amplify.configure((globalThis as unknown as AmplifyPage).configuration);
Object.assign(globalThis, { auth });

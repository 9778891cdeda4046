import { Amplify } from 'aws-amplify';
import { ConsoleLogger } from 'aws-amplify/utils';
import type { AppClient } from './stage.js';

// It warns of every endpoint that is not one of AWS.
ConsoleLogger.LOG_LEVEL = 'ERROR';

// It names a device after its browser, and Node before 21 does not say what it is.
if (!('navigator' in globalThis)) {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { userAgent: 'Node' } });
}

/** Tells Amplify where to sign people in. It has one configuration for the whole process, and one person signed in. */
export function configureAmplify(userPoolEndpoint: string, { userPoolId, clientId }: AppClient): void {
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint } } });
}

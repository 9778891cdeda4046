import { Amplify } from 'aws-amplify';
import { ConsoleLogger } from 'aws-amplify/utils';
import type { AppClient } from './stage.js';

// Amplify warns about every endpoint outside AWS.
ConsoleLogger.LOG_LEVEL = 'ERROR';

// Amplify names a device after the user agent, which Node before 21 does not have.
if (!('navigator' in globalThis)) {
  Object.defineProperty(globalThis, 'navigator', { configurable: true, value: { userAgent: 'Node' } });
}

/** Configures Amplify, which has one configuration and one signed-in user for the whole process. */
export function configureAmplify(userPoolEndpoint: string, { userPoolId, clientId }: AppClient): void {
  Amplify.configure({ Auth: { Cognito: { userPoolId, userPoolClientId: clientId, userPoolEndpoint } } });
}

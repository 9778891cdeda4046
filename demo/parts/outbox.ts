import { localCognito } from './local-cognito.js';

/** A mail or text message of the local Cognito. */
export interface Message {
  readonly to: string;
  readonly medium: 'email' | 'sms';
  readonly text: string;
  /** The code or temporary password in it. */
  readonly code: string;
  /** Path and query of a link in it, on the origin of the local Cognito. */
  readonly link?: string;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** All mails and text messages of the local Cognito, the newest first. Undefined if it does not answer. */
export async function readOutbox(): Promise<readonly Message[] | undefined> {
  const { endpoint } = await localCognito();
  const response = await fetch(new URL('/__dev/outbox', endpoint)).catch(() => undefined);
  if (!response?.ok) return undefined;
  const messages = (await response.json()) as readonly Message[];
  return messages.toSorted((one, other) => other.at - one.at);
}

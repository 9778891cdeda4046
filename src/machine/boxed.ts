import { Secret } from '../cognito/secret.js';
import type { AuthEvent } from './types.js';

const box = <Value>(value: Value) => (typeof value === 'string' ? new Secret(value) : value);

/** The event with the tokens of a page boxed, before an inspector of the chart sees it. */
export function boxed(event: AuthEvent): AuthEvent {
  if (event.type !== 'federate' || !event.login) return event;
  const { token, refreshToken, ...login } = event.login;
  return { ...event, login: { ...login, token: box(token), ...(refreshToken && { refreshToken: box(refreshToken) }) } };
}

import type { AuthUser } from '../../client/step.js';

/** The name by which users know their account: the username; where Cognito made that up, their address or number. */
export const accountName = ({ username, sub, attributes: { email, phone_number: phone } }: AuthUser): string =>
  username === sub ? (email ?? phone ?? username) : username;

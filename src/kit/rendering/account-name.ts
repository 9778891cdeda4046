import type { AuthUser } from '../../client/step.js';

/** The name by which users know their account: the username; where Cognito made that up, their address or number. */
export const accountName = ({ username, sub, attributes: { email, phone_number: phone } }: AuthUser): string =>
  username === sub ? (email ?? phone ?? username) : username;

/** The claims that name a user, the preferred one first. */
const NAMES = ['preferred_username', 'given_name', 'name', 'email'];

/** The name by which a user is greeted. */
export const greetingName = (user: AuthUser): string =>
  NAMES.map((name) => user.attributes[name]).find(Boolean) ?? accountName(user);

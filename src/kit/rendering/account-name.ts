import type { AuthUser } from '../../client/step.js';

/** What somebody knows their account by: the user name; where Cognito made that up, their address or number. */
export const accountName = ({ username, sub, attributes: { email, phone_number: phone } }: AuthUser): string =>
  username === sub ? (email ?? phone ?? username) : username;

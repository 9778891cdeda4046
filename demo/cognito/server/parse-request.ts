import { serialization } from '../exceptions.js';

/** The types that a member of a request can have, with the test for each. */
const IS = {
  string: isString,
  boolean: (value: unknown) => typeof value === 'boolean',
  number: (value: unknown) => typeof value === 'number',
  structure: isObject,
  /** Names and strings. A parameter that is null counts as missing. */
  map: (value: unknown) => isObject(value) && Object.values(value).every((one) => one === null || isString(one)),
  strings: (value: unknown) => Array.isArray(value) && value.every(isString),
  attributes: (value: unknown) =>
    Array.isArray(value) && value.every((one) => isObject(one) && Object.values(one).every(isString)),
} as const satisfies Record<string, (value: unknown) => boolean>;

/** The members that operations read, by type. Others are ignored, as at AWS. */
const MEMBERS: Record<keyof typeof IS, readonly string[]> = {
  string: [
    ...['AccessToken', 'AttributeName', 'AuthFlow', 'ChallengeName', 'ClientId', 'Code', 'ConfirmationCode'],
    ...['MessageAction', 'Password', 'PreviousPassword', 'ProposedPassword', 'RefreshToken', 'SecretHash', 'Session'],
    ...['DeviceKey', 'DeviceName', 'DeviceRememberedStatus', 'PaginationToken'],
    ...['CredentialId', 'NextToken', 'RevokeAssociatedSessions', 'SessionId'],
    ...['CustomRoleArn', 'IdentityId', 'IdentityPoolId'],
    ...['TemporaryPassword', 'Token', 'UserCode', 'UserPoolId', 'Username'],
  ],
  boolean: ['ForceAliasCreation'],
  number: ['Limit', 'MaxResults', 'TokenDuration'],
  structure: [
    'DeviceSecretVerifierConfig',
    'EmailMfaSettings',
    'SMSMfaSettings',
    'SoftwareTokenMfaSettings',
    'WebAuthnMfaSettings',
  ],
  map: ['AuthParameters', 'ChallengeResponses', 'ClientMetadata', 'Logins'],
  strings: ['LoginsToRemove', 'UserAttributeNames'],
  attributes: ['UserAttributes', 'ValidationData'],
};

const TYPE_OF = new Map(Object.entries(MEMBERS).flatMap(([type, names]) => names.map((name) => [name, type] as const)));

/** Parses the body of a request, without members that are null. Throws if it is no object, or a type is wrong. */
export function parseRequest(body: string): object {
  const request = parseJson(body);
  if (!isObject(request)) throw serialization();
  const members = Object.entries(request).filter(([, value]) => value !== null);
  for (const [name, value] of members) {
    const type = TYPE_OF.get(name);
    // `Object.entries` loses the type of the keys.
    if (type !== undefined && !IS[type as keyof typeof IS](value)) throw serialization(reason(value));
  }
  return Object.fromEntries(members);
}

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    throw serialization();
  }
}

/** The message for a member of a wrong type, where that of AWS is known. */
const reason = (value: unknown): string | undefined =>
  typeof value === 'number' ? 'NUMBER_VALUE can not be converted to a String' : undefined;

function isString(value: unknown): value is string {
  return typeof value === 'string';
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

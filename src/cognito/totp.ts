/** Base32 (RFC 4648) without padding: at least the 80 bits that RFC 4226 asks for, at most what a QR code has room for. */
const KEY = /^[A-Z2-7]{16,256}$/;

/** Whether a text is a valid key for an authenticator app. */
export const isTotpKey = (text: string): boolean => KEY.test(text);

const escaped = (part: string): string => encodeURIComponent(part.replace(/[:\p{Cs}]/gu, ''));

/**
 * The URI that an authenticator app reads from a QR code or a link.
 * {@link https://github.com/google/google-authenticator/wiki/Key-Uri-Format}
 *
 * No part can break out of its place: not with `?`, `&` or `#`, and not with the colon between issuer and account.
 *
 * @param issuer The name of the service in the app.
 * @throws TypeError when the key is not one.
 */
export function otpauthUri({
  issuer,
  account,
  key,
}: {
  readonly issuer: string;
  readonly account: string;
  readonly key: string;
}): string {
  if (!isTotpKey(key)) throw new TypeError('The key is not in base32.');
  const [by, whose] = [escaped(issuer), escaped(account)];
  return `otpauth://totp/${by ? `${by}:` : ''}${whose}?secret=${key}${by ? `&issuer=${by}` : ''}`;
}

/** A key in groups of four, for users who type it. */
export const groupedKey = (key: string): string => key.replace(/.{4}(?=.)/g, '$& ');

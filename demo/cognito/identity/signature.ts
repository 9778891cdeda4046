import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Sha256Node } from '@smithy/core/checksum';
import { HttpRequest } from '@smithy/core/protocols';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Store } from '../store/store.js';

/** A request to a service of AWS, as it came. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Why a request is not let in. */
export type Refusal = 'unsigned' | 'unknown-key' | 'wrong-token' | 'expired' | 'off-time' | 'wrong-signature';

/** The role of the caller, or why there is none. */
export type Verdict = { readonly role: string } | { readonly refusal: Refusal };

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/\d{8}\/([^/]+)\/([^/]+)\/aws4_request, SignedHeaders=([^,]+), Signature=[\da-f]{64}$/;
const TIME = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/** Headers that have to be signed, where the request has them. */
const REQUIRED = ['host', 'x-amz-date', 'x-amz-security-token', 'x-amz-target'];

/** How far the time of a request may be off, in milliseconds. */
const TOLERANCE = 300_000;

/**
 * Verifies the signature of a request (AWS Signature Version 4): what was sent is signed once more with the secret that was
 * issued, by the library that signs the requests of AWS's own clients, and has to come out the same.
 *
 * @param service As it is named in signatures: `sts`
 */
export async function verifySignature(
  { identityPools, now }: Store,
  { method, path, query, headers, body }: SignedRequest,
  service: string,
): Promise<Verdict> {
  const { authorization, 'x-amz-date': time, 'x-amz-security-token': token } = headers;
  const [, keyId = '', region = '', signedService, list = ''] = AUTHORIZATION.exec(authorization ?? '') ?? [];
  const signingDate = new Date(String(time).replace(TIME, '$1-$2-$3T$4:$5:$6Z'));
  if (!keyId || Number.isNaN(signingDate.getTime())) return { refusal: 'unsigned' };
  const credentials = identityPools.credentials.find(keyId);
  if (!credentials) return { refusal: 'unknown-key' };
  if (token !== credentials.sessionToken) return { refusal: 'wrong-token' };
  if (credentials.expiresAt <= now()) return { refusal: 'expired' };
  if (Math.abs(signingDate.getTime() - now()) > TOLERANCE) return { refusal: 'off-time' };
  const names = list.split(';');
  const isComplete = REQUIRED.every((name) => headers[name] === undefined || names.includes(name));
  const signed = Object.fromEntries(names.map((name) => [name, String(headers[name])]));
  // The library believes this header: it has to be true.
  if ('x-amz-content-sha256' in signed) {
    signed['x-amz-content-sha256'] = createHash('sha256').update(body).digest('hex');
  }
  const request = new HttpRequest({
    method,
    path,
    query: Object.fromEntries([...query.keys()].map((name) => [name, query.getAll(name)])),
    headers: signed,
    body,
  });
  const signer = new SignatureV4({ credentials, region, service, sha256: Sha256Node, applyChecksum: false });
  const expected = await signer.sign(request, { signingDate, signableHeaders: new Set(names) });
  const isRight = signedService === service && isComplete && expected.headers['authorization'] === authorization;
  return isRight ? { role: credentials.role } : { refusal: 'wrong-signature' };
}

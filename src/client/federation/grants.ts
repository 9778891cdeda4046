import { redeemCode } from '../../cognito/oauth/redeem-code.js';
import type { Pages } from '../../cognito/oauth/pages.js';
import type { SendRequest } from '../../cognito/request.js';
import type { IssuedTokens } from '../../cognito/tokens.js';
import type { UserPoolConfig } from '../../config/config.js';
import type { RedirectRecord } from '../../session/redirect-records.js';
import { LazyCode } from '../lazy-code.js';

/** What an answer is turned into tokens with. */
interface GrantServices {
  readonly config: UserPoolConfig;
  readonly pages: Pages;
  readonly send: SendRequest;
}

/** How the sign-in pages grant tokens. */
interface Grant {
  /** The parameter of an answer without an error. */
  readonly parameter: string;
  /** The tokens that an answer stands for. */
  tokens(
    services: GrantServices,
    answer: ReadonlyMap<string, string>,
    record: Pick<RedirectRecord, 'redirectUri' | 'verifier'>,
  ): Promise<IssuedTokens>;
}

/** Its check of signatures is needed by few pages. */
const implicitGrant = new LazyCode(() => import('../../cognito/oauth/implicit-grant.js'));

/** By the `response_type` that asks for it. */
export const GRANTS: Readonly<Record<NonNullable<Pages['responseType']>, Grant>> = {
  code: {
    parameter: 'code',
    tokens: ({ pages, send }, answer, { redirectUri, verifier }) =>
      redeemCode(send, pages, { code: answer.get('code') ?? '', redirectUri, verifier }),
  },
  token: {
    parameter: 'access_token',
    tokens: async ({ config, send }, answer) =>
      (await implicitGrant.load()).tokensOfGrant(send, config, {
        accessToken: answer.get('access_token') ?? '',
        idToken: answer.get('id_token') ?? '',
      }),
  },
};

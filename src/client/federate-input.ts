import type { ProviderLogin } from '../providers/provider.js';

/** The authorization endpoint of the sign-in pages, or a token of a provider. */
export interface FederateInput {
  /**
   * Who is to sign the user in: `google`, `facebook`, `amazon`, `apple`, or the name of another provider of the user pool.
   * Missing: the sign-in pages offer all that the app client has.
   *
   * With a `login`, who has issued its token: one of those four, `developer`, an issuer of OpenID Connect (its address), or the
   * key of the provider in `Logins` of the identity pool.
   */
  readonly provider?: string;
  /** A token that the page has: the user is signed in at the identity pool, by no user pool, and the page is not left. */
  readonly login?: ProviderLogin;
  /** What is known about the user of the `login`, to be shown: `name`, `email`, … It is kept with the session, as JSON. */
  readonly user?: Readonly<Record<string, unknown>>;
  /** An identifier of a provider (`idp_identifier`), often the domain of an e-mail address, instead of its name. */
  readonly idpIdentifier?: string;
  /** The username or address that the page is filled in with. */
  readonly loginHint?: string;
  /** The language of the page, for instance `de`. Managed login only. */
  readonly lang?: string;
  /** Whether the user is asked again, or must not be asked at all. Managed login only. */
  readonly prompt?: 'none' | 'login' | 'select_account' | 'consent';
  /** Kept in this tab, never sent, and returned by the `done` step on the page of the return. */
  readonly customState?: string;
}

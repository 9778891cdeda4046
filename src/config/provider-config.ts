/** A way to sign in besides the form: a provider of the user pool, or one beside it, and what its button says. */
export interface ProviderConfig {
  /**
   * `google`, `facebook`, `amazon`, `apple`, or the name of another provider of the user pool. Empty: the sign-in pages of
   * the user pool, which offer all that the app client has. With an `issuer`, any name.
   */
  readonly name: string;
  /** What the button names. Default: the name of the provider. */
  readonly label?: string;
  /** Address of a picture for the button: `https:`, or of the page's own origin. Any other is not shown. */
  readonly icon?: string;
  /** An identifier of the provider (`idp_identifier`), which Cognito is given instead of the name. */
  readonly idpIdentifier?: string;
  /**
   * The app at the provider. With it, the user pool has no part in the sign-in: the provider's own script asks the user, or
   * the `issuer` does, and what it answers goes to the identity pool. Google's client id, Facebook's app id, Amazon's client
   * id, Apple's services id, or a public client of the issuer.
   */
  readonly clientId?: string;
  /** An OpenID Connect issuer, for instance `https://example.eu.auth0.com/`. `https:`, or this device. */
  readonly issuer?: string;
  /** What is asked for. Default: `openid`, `email`, `profile`, or what the provider calls that. */
  readonly scopes?: readonly string[];
  /**
   * Where an issuer returns to. Default: this page, without its query. For Apple: one of the services id's return URLs, of
   * this page's origin.
   */
  readonly redirectUri?: string;
  /** Where an issuer returns to after a sign-out. Without it, a sign-out does not visit the issuer. */
  readonly logoutUri?: string;
  /** `audience` of the authorization request, which Auth0 knows. */
  readonly audience?: string;
  /** Loads the provider's script, in place of the address of the provider. What the script defines is read afterwards. */
  readonly load?: () => unknown;
  /** Version of Facebook's Graph API, for instance `v26.0`. */
  readonly version?: string;
}

/** The ways to sign in besides the form, in their order: names of providers, or more about them. */
export type Providers = readonly (string | ProviderConfig)[];

/** A way to sign in besides the form: a provider of the user pool, and what its button says. */
export interface ProviderConfig {
  /**
   * `google`, `facebook`, `amazon`, `apple`, or the name of another provider of the user pool. Empty: the sign-in pages of
   * the user pool, which offer all that the app client has.
   */
  readonly name: string;
  /** What the button names. Default: the name of the provider. */
  readonly label?: string;
  /** Address of a picture for the button: `https:`, or of the page's own origin. Any other is not shown. */
  readonly icon?: string;
  /** An identifier of the provider (`idp_identifier`), which Cognito is given instead of the name. */
  readonly idpIdentifier?: string;
}

/** The ways to sign in besides the form, in their order: names of providers, or more about them. */
export type Providers = readonly (string | ProviderConfig)[];

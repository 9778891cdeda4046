/** Who signs a user in: a provider of the user pool by its name, or by one of its identifiers (`idp_identifier`). */
export type Discovered = { readonly provider: string } | { readonly idpIdentifier: string };

/**
 * Finds who signs a user in, by what they have typed to identify themselves: names of providers by the domains of mail
 * addresses (`{ 'example.com': 'ExampleCorp' }`), or a function. Where it finds no provider, fails, or takes longer than the
 * timeout of the configuration, the user goes on as without it.
 */
export type Discovery =
  Readonly<Record<string, string>> | ((identifier: string) => Discovered | undefined | Promise<Discovered | undefined>);

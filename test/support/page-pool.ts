import { configure } from '../../src/index.js';

const query = new URLSearchParams(location.search);

/** Configures the pool of the address for all elements of the page, and of the pages that come in its place. */
export const configurePool = (): void =>
  void configure({
    userPoolId: query.get('pool') ?? '',
    userPoolClientId: query.get('client') ?? '',
    userPoolEndpoint: query.get('endpoint') ?? '',
  });

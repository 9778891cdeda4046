import { ownOf } from '../../cognito/own.js';
import type { Environment } from '../../config/config.js';
import type { Discovered, Discovery } from '../../config/discovery.js';
import { parseUrl } from '../../config/parse-url.js';
import { abortable } from '../../cognito/abortable.js';
import { withDeadline } from '../../cognito/with-deadline.js';
import { isText } from '../input-checks.js';

/** How long it may take, and when it is not wanted any more. */
interface Limits {
  /** Milliseconds. */
  readonly timeout: number;
  readonly environment: Environment;
  readonly signal: AbortSignal | undefined;
}

/**
 * A domain in the one spelling that addresses have for it: in small letters, in ASCII (`xn--…`), without the dot at its end.
 * Undefined for what is no domain.
 */
function domainOf(text: string): string | undefined {
  // A URL would give these a meaning of their own, or leave them out.
  if (/[\s/\\?#@:%[\]]/.test(text)) return undefined;
  const host = parseUrl(`https://${text}`)?.hostname.replace(/\.$/, '');
  // A number becomes an IPv4 address.
  return host && /[^\d.]/.test(host) ? host : undefined;
}

/** What is asked for a user's identifier. */
function finderOf(discovery: Discovery): (identifier: string) => unknown {
  if (typeof discovery === 'function') return discovery;
  return (identifier) => {
    const domain = domainOf(/@([^@]+)$/.exec(identifier.trim())?.[1] ?? '');
    const isTheirs = (name: string) => domain !== undefined && domainOf(name.replace(/^@/, '')) === domain;
    const [, provider] = Object.entries(discovery).find(([name]) => isTheirs(name)) ?? [];
    return { provider };
  };
}

/** Who signs a user in, by their identifier; undefined where no provider is found in time. Never rejects. */
export async function discover(
  discovery: Discovery,
  identifier: string,
  { timeout, environment, signal }: Limits,
): Promise<Discovered | undefined> {
  const find = finderOf(discovery);
  const ask = (end: AbortSignal) => abortable(Promise.resolve(identifier).then(find), end);
  const found = await withDeadline(timeout, ask, environment, { signal, code: 'timeout' }).catch(() => undefined);
  // The page's own function may answer anything.
  const { provider, idpIdentifier } = ownOf<Record<string, unknown>>({ ...(found as object | undefined) });
  if (isText(idpIdentifier)) return { idpIdentifier };
  return isText(provider) ? { provider } : undefined;
}

import { ownOf } from '../../cognito/own.js';
import type { Environment } from '../../config/config.js';
import type { Discovered, Discovery } from '../../config/discovery.js';
import { abortable } from '../../cognito/abortable.js';
import { withDeadline } from '../../cognito/with-deadline.js';

/** How long it may take, and when it is not wanted any more. */
interface Limits {
  /** Milliseconds. */
  readonly timeout: number;
  readonly environment: Environment;
  readonly signal: AbortSignal | undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What is asked for a user's identifier. Domains are the same in capitals (RFC 1035, section 2.3.3). */
function finderOf(discovery: Discovery): (identifier: string) => unknown {
  if (typeof discovery === 'function') return discovery;
  return (identifier) => {
    const domain = /@([^@]+)$/.exec(identifier.trim())?.[1]?.toLowerCase();
    const [, provider] = Object.entries(discovery).find(([name]) => name.toLowerCase() === domain) ?? [];
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

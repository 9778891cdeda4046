import { environmentOf } from '../cognito/environment.js';
import { AuthError } from '../cognito/errors.js';
import type { ProviderConfig } from '../config/provider-config.js';
import type { ProviderLogin } from '../providers/provider.js';

/** What Google's button is drawn with. */
interface GoogleButtonOptions {
  readonly provider: ProviderConfig & Required<Pick<ProviderConfig, 'clientId'>>;
  readonly scriptNonce?: string | undefined;
  /** The language that it speaks. */
  readonly lang: string;
  /** Whether the mark alone is shown. */
  readonly isIcon: boolean;
  /** What it brings: it is Google's, which does not tell when it is pressed. */
  readonly tell: (answer: { readonly login: ProviderLogin } | { readonly error: AuthError }) => void;
}

/** Milliseconds until a script that does not come counts as missing. */
const TIMEOUT = 10_000;

/** How wide it may be, in CSS pixels. */
const [NARROWEST, WIDEST] = [200, 400];

/** Whether Google draws the button of a provider: Google opens its window by no other. */
export const isGooglesOwn = ({ name, clientId, issuer }: ProviderConfig): boolean =>
  name === 'google' && clientId !== undefined && issuer === undefined;

/**
 * Draws Google's own button.
 *
 * @returns What ends it.
 * @throws AuthError `provider-unavailable` or `offline` when Google's script was not loaded.
 */
export async function drawGoogleButton(
  parent: HTMLElement,
  { provider, scriptNonce, lang, isIcon, tell }: GoogleButtonOptions,
): Promise<() => void> {
  const module = await import('../providers/google.js').catch((cause: unknown) => {
    throw new AuthError('offline', { cause });
  });
  const google = module.google({ config: provider, environment: environmentOf(), timeout: TIMEOUT, scriptNonce });
  const look = {
    locale: lang,
    theme: matchMedia('(prefers-color-scheme: dark)').matches ? 'filled_black' : 'outline',
    type: isIcon ? 'icon' : 'standard',
    width: Math.min(Math.max(parent.clientWidth, NARROWEST), WIDEST),
  } as const;
  return google.renderButton(parent, look, tell);
}

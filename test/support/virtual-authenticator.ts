import type { CDPSession, Page } from 'playwright-core';

/** What keeps the passkeys of a person, as Chromium's DevTools protocol knows it. */
export interface VirtualAuthenticator {
  readonly devtools: CDPSession;
  readonly authenticatorId: string;
  /** Whether the person takes what the browser asks or offers from now on. */
  takes(enabled: boolean): Promise<void>;
}

/** Gives the browser of a page a place for passkeys, and somebody who takes what is offered. */
export async function addAuthenticator(page: Page): Promise<VirtualAuthenticator> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    devtools,
    authenticatorId,
    takes: async (enabled) => {
      await devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
    },
  };
}

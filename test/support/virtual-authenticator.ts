import type { CDPSession, Page } from 'playwright-core';

/** A passkey in the browser. */
interface KeptPasskey {
  /** In base64url. */
  readonly id: string;
  readonly relyingPartyId: string;
  /** Whether it is discoverable. */
  readonly isDiscoverable: boolean;
}

const base64url = (base64: string): string => Buffer.from(base64, 'base64').toString('base64url');

/** An authenticator for passkeys, with a user who unlocks it: WebAuthn of Chromium's DevTools protocol. */
export class VirtualAuthenticator {
  readonly #devtools: CDPSession;
  readonly #authenticatorId: string;

  private constructor(devtools: CDPSession, authenticatorId: string) {
    this.#devtools = devtools;
    this.#authenticatorId = authenticatorId;
  }

  /** Adds one to the browser of a page, whose user accepts every request and offer. */
  static async add(page: Page): Promise<VirtualAuthenticator> {
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
    return new VirtualAuthenticator(devtools, authenticatorId);
  }

  /** Whether a user is present who can unlock the device. */
  async canBeUnlocked(isUserVerified: boolean): Promise<void> {
    await this.#devtools.send('WebAuthn.setUserVerified', { authenticatorId: this.#authenticatorId, isUserVerified });
  }

  /** Whether they accept requests and offers of the browser from now on. */
  async takes(enabled: boolean): Promise<void> {
    const authenticatorId = this.#authenticatorId;
    await this.#devtools.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled });
  }

  /** The passkeys in the browser. */
  async kept(): Promise<readonly KeptPasskey[]> {
    const authenticatorId = this.#authenticatorId;
    const { credentials } = await this.#devtools.send('WebAuthn.getCredentials', { authenticatorId });
    return credentials.map(({ credentialId, rpId = '', isResidentCredential }) => ({
      id: base64url(credentialId),
      relyingPartyId: rpId,
      isDiscoverable: isResidentCredential,
    }));
  }

  /** The id of the next passkey that the browser deletes. */
  nextDeleted(): Promise<string> {
    return new Promise((resolve) =>
      this.#devtools.once('WebAuthn.credentialDeleted', ({ credentialId }) => resolve(base64url(credentialId))),
    );
  }
}

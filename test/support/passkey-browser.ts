import { Authenticator } from '../local-cognito/support/authenticator.js';
import type { Options } from '../local-cognito/support/authenticator.js';

/** How a user responds to the browser: with their passkey, by closing its dialog, or not at all. */
export type Reaction = (options: Options & CredentialRequestOptions) => Promise<object> | object;

/** The Web Authentication of a browser, in Node, and its user. */
export class PasskeyBrowser {
  /** The passkey of this device. */
  readonly passkey = new Authenticator();
  /** The requests of pages, in order. */
  readonly requests: CredentialRequestOptions[] = [];
  /** The signals of the page to the password manager, in order: which passkeys are accepted, or that one is unknown. */
  readonly signals: object[] = [];
  /** Whether the browser has autofill of passkeys (conditional mediation). */
  canOffer = true;
  /** Whether the device can store passkeys, and verify the user. */
  canKeep = false;
  /** Whether pages can signal accepted passkeys to the password manager. */
  canSignal = false;
  /** The host of the page. */
  hostname = 'localhost';
  /** The response of the browser to a page that creates a passkey. */
  make: (options: Options) => Promise<object> | object = (options) => this.passkey.create(options);
  react: Reaction = (options) => this.passkey.get(options);
  readonly #before = new Map<string, PropertyDescriptor | undefined>();

  /** Adds the passkeys of a browser to Node. */
  open(): void {
    const canOffer = (): boolean => this.canOffer;
    const canKeep = (): boolean => this.canKeep;
    const signal = async (told: object): Promise<void> => void this.signals.push(told);
    const signalOf = () => (this.canSignal ? signal : undefined);
    class PublicKeyCredential {
      readonly #json: object;
      readonly id: unknown;
      constructor(json: object) {
        this.#json = json;
        this.id = Reflect.get(json, 'id');
      }
      toJSON(): object {
        return this.#json;
      }
      static parseRequestOptionsFromJSON(json: object): object {
        return json;
      }
      static parseCreationOptionsFromJSON(json: object): object {
        return json;
      }
      static async isUserVerifyingPlatformAuthenticatorAvailable(): Promise<boolean> {
        return canKeep();
      }
      static async isConditionalMediationAvailable(): Promise<boolean> {
        return canOffer();
      }
      static get signalAllAcceptedCredentials() {
        return signalOf();
      }
      static get signalUnknownCredential() {
        return signalOf();
      }
    }
    const get = async (request: CredentialRequestOptions): Promise<PublicKeyCredential> => {
      this.requests.push(request);
      const { signal, publicKey } = request;
      // The page passes on the JSON that it got.
      const options = { ...(publicKey as unknown as Options), ...request };
      const answer = Promise.resolve(this.react(options));
      const aborted = new Promise<never>((_, reject) => {
        const abort = () => reject(new DOMException('Aborted.', 'AbortError'));
        if (signal?.aborted) abort();
        signal?.addEventListener('abort', abort);
      });
      return new PublicKeyCredential(await Promise.race([answer, aborted]));
    };
    const create = async ({ publicKey }: CredentialCreationOptions): Promise<PublicKeyCredential> =>
      // As above.
      new PublicKeyCredential(await this.make(publicKey as unknown as Options));
    const hostname = () => this.hostname;
    this.#put('location', {
      get hostname() {
        return hostname();
      },
    });
    this.#put('PublicKeyCredential', PublicKeyCredential);
    this.#put('navigator', { userAgent: 'Node', credentials: { create, get } });
  }

  /** Restores Node. */
  close(): void {
    for (const [name, before] of this.#before) {
      if (before) Object.defineProperty(globalThis, name, before);
      else Reflect.deleteProperty(globalThis, name);
    }
    this.#before.clear();
  }

  /** The user closes the dialog. */
  static readonly refuse: Reaction = () => Promise.reject(new DOMException('Closed.', 'NotAllowedError'));

  /** The user has not responded yet. */
  static readonly wait: Reaction = () => new Promise(() => undefined);

  #put(name: string, value: unknown): void {
    this.#before.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  }
}

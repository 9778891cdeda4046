// The app's own copy of the library, so that `instanceof` holds there. Loaded with the first call.
import { AuthenticationDetails, CognitoUser, CognitoUserAttribute, CognitoUserPool } from 'amazon-cognito-identity-js';
import type { CognitoUserSession, IAuthenticationCallback, IMfaSettings } from 'amazon-cognito-identity-js';
import type { Step } from '../client/step.js';
import type { Wire } from '../client/wire.js';
import { Secret } from '../cognito/secret.js';
import type { AuthFlow } from '../config/config.js';
import { reportThrown } from '../misuse.js';
import { putChallenge, writeChallenge } from './challenge.js';
import { inTheirWords } from './cognito-errors.js';
import { FLOWS, MFA_TYPES } from './cognito-names.js';
import type { PoolAccess } from './pool-access.js';
import { callBack } from './promised.js';
import { SignInChallenge } from './sign-in-challenge.js';
import { tokensOf, userSessionOf } from './user-session.js';
import type { KeptSession } from './user-session.js';

export { AuthenticationDetails, CognitoUserAttribute, CognitoUserPool };

type Metadata = Readonly<Record<string, string>> | undefined;

type CodeCallbacks = Pick<IAuthenticationCallback, 'onSuccess' | 'onFailure'>;

/** The metadata of a sign-in: validation data, if there are any, replace it. */
function metadataOf(details: AuthenticationDetails): Metadata {
  // Typed as a list, and it is an object.
  const validation = details.getValidationData() as unknown as Metadata;
  // Missing in the types.
  const { clientMetadata } = details as AuthenticationDetails & { readonly clientMetadata?: Metadata };
  return validation && Object.keys(validation).length > 0 ? validation : clientMetadata;
}

/**
 * A user of the user pool, as amazon-cognito-identity-js has it. What leads to a session, or needs one, is done by the
 * client; all other methods are those of the library, whose requests go through the client.
 */
export class PoolUser extends CognitoUser {
  readonly #access: PoolAccess;
  readonly #wire: Wire;
  readonly #challenge: SignInChallenge;
  /** Who this is, once it is known: the name may be an alias. */
  #sub: string | undefined;
  /** The session before the one that was set. */
  #before: CognitoUserSession | null = null;
  // Missing in the types.
  /** Cognito's string for the challenge that waits. Apps keep it over a reload. A secret. */
  declare Session: string | null;
  declare signInUserSession: CognitoUserSession | null;
  declare username: string;
  declare deviceKey: string | null | undefined;

  constructor(data: ConstructorParameters<typeof CognitoUser>[0], access: PoolAccess) {
    super(data);
    this.#access = access;
    this.#wire = access.wire;
    this.#challenge = new SignInChallenge(access.wire);
  }

  override getSession(callback: (error: Error | null, session: CognitoUserSession | null) => void): void {
    const fresh = inTheirWords(this.#fresh());
    callBack(
      fresh,
      (session) => callback(null, session),
      (error) => callback(error, null),
    );
  }

  /** The token that is given is not used: the one that is kept is newer. */
  override refreshSession(_: unknown, callback: (error?: Error | null, session?: CognitoUserSession) => void): void {
    callBack(inTheirWords(this.#fresh(true)), (session) => callback(null, session), callback);
  }

  override authenticateUser(details: AuthenticationDetails, callbacks: IAuthenticationCallback): void {
    const authFlow = FLOWS.get(this.getAuthenticationFlowType());
    if (authFlow) this.#signIn(authFlow, details, callbacks);
    else callbacks.onFailure(new Error('Authentication flow type is invalid.'));
  }

  override initiateAuth(details: AuthenticationDetails, callbacks: IAuthenticationCallback): void {
    this.#signIn('CUSTOM_WITHOUT_SRP', details, callbacks);
  }

  /** The challenge that waits is answered, whatever type is given: the type serves where no challenge is known. */
  override sendMFACode(code: string, callbacks: CodeCallbacks, mfaType = 'SMS_MFA', metadata?: Metadata): void {
    this.#answer(mfaType, { answer: new Secret(code) }, callbacks, metadata);
  }

  override sendCustomChallengeAnswer(answer: unknown, callbacks: IAuthenticationCallback, metadata?: Metadata): void {
    this.#answer('CUSTOM_CHALLENGE', { answer: new Secret(String(answer)) }, callbacks, metadata);
  }

  override completeNewPasswordChallenge(
    password: string,
    attributes: Readonly<Record<string, string>> | null | undefined,
    callbacks: IAuthenticationCallback,
    metadata?: Metadata,
  ): void {
    const answer = { answer: new Secret(password), attributes: attributes ?? {} };
    if (password) this.#answer('NEW_PASSWORD_REQUIRED', answer, callbacks, metadata);
    else callbacks.onFailure(new Error('New password is required.'));
  }

  override sendMFASelectionAnswer(type: string, callbacks: CodeCallbacks): void {
    const choice = MFA_TYPES.get(type);
    if (choice) this.#answer('SELECT_MFA_TYPE', { choice }, callbacks);
    else callbacks.onFailure(new Error(`${type} is no second factor.`));
  }

  override associateSoftwareToken(callbacks: Parameters<CognitoUser['associateSoftwareToken']>[0]): void {
    if (this.#isAsked()) {
      const key = this.#ticketFor('MFA_SETUP').then((ticket) => this.#challenge.totpKey(ticket));
      callBack(inTheirWords(key), callbacks.associateSecretCode, callbacks.onFailure);
    } else super.associateSoftwareToken(callbacks);
  }

  override verifySoftwareToken(
    code: string,
    deviceName: string,
    callbacks: Parameters<CognitoUser['verifySoftwareToken']>[2],
  ): void {
    if (this.#isAsked()) this.#answer('MFA_SETUP', { answer: new Secret(code), deviceName }, callbacks);
    else super.verifySoftwareToken(code, deviceName, callbacks);
  }

  /** @param email Settings of codes by mail, which the library does not know. */
  override setUserMfaPreference(
    sms: IMfaSettings | null,
    softwareToken: IMfaSettings | null,
    callback: (error?: Error, result?: string) => void,
    email: IMfaSettings | null = null,
  ): void {
    const session = this.signInUserSession;
    if (email && session) {
      const request = this.#wire.post('SetUserMFAPreference', {
        SMSMfaSettings: sms,
        SoftwareTokenMfaSettings: softwareToken,
        EmailMfaSettings: email,
        AccessToken: session.getAccessToken().getJwtToken(),
      });
      callBack(inTheirWords(request), () => callback(undefined, 'SUCCESS'), callback);
    } else super.setUserMfaPreference(sms, softwareToken, callback);
  }

  override signOut(callback: () => void = () => undefined): void {
    // Called without an error: a request that fails does not keep a user signed in.
    const left = this.#leave();
    callBack(left, callback, callback);
    this.#access.settle(left.catch(() => undefined));
  }

  /** Takes over the challenge of a sign-in that elements have begun, and writes it on this user. */
  takeOver(step: Step): void {
    const ignore = (): void => undefined;
    this.#take(step);
    this.#put({ ...writeChallenge(this, ignore), onSuccess: ignore, onFailure: ignore });
  }

  override setSignInUserSession(session: CognitoUserSession): void {
    this.#before = this.signInUserSession;
    super.setSignInUserSession(session);
  }

  /** Signs the user in who has these tokens, wherever they come from. */
  cacheTokens(): void {
    if (this.signInUserSession) this.#access.settle(this.#adopt(this.signInUserSession));
  }

  clearCachedTokens(): void {
    this.signInUserSession = null;
    this.#access.settle(this.#wire.end());
  }

  /** Nothing: the client knows the device when it is needed. */
  override getCachedDeviceKeyAndPassword(): void {}

  override getDevice(callbacks: Parameters<CognitoUser['getDevice']>[0]): void {
    this.#withDevice(() => void super.getDevice(callbacks), callbacks.onFailure);
  }

  override setDeviceStatusRemembered(callbacks: Parameters<CognitoUser['setDeviceStatusRemembered']>[0]): void {
    this.#withDevice(() => super.setDeviceStatusRemembered(callbacks), callbacks.onFailure);
  }

  override setDeviceStatusNotRemembered(callbacks: Parameters<CognitoUser['setDeviceStatusNotRemembered']>[0]): void {
    this.#withDevice(() => super.setDeviceStatusNotRemembered(callbacks), callbacks.onFailure);
  }

  override forgetDevice({ onSuccess, onFailure }: Parameters<CognitoUser['forgetDevice']>[0]): void {
    this.#withDevice(() => {
      const key = this.deviceKey ?? '';
      super.forgetSpecificDevice(key, {
        onFailure,
        onSuccess: (result) => callBack(this.#wire.forgetDevice(key), () => onSuccess(result), onFailure),
      });
    }, onFailure);
  }

  /** Whether a challenge of the sign-in waits. */
  #isAsked(): boolean {
    return this.#challenge.raw !== undefined || (this.signInUserSession === null && this.Session !== null);
  }

  #ticketFor(name: string): ReturnType<SignInChallenge['ticketFor']> {
    return this.#challenge.ticketFor({ name, session: this.Session, userId: this.username });
  }

  #signIn(authFlow: AuthFlow, details: AuthenticationDetails, callbacks: IAuthenticationCallback): void {
    const password = authFlow === 'CUSTOM_WITHOUT_SRP' ? undefined : details.getPassword();
    const clientMetadata = metadataOf(details);
    const started = this.#wire.signIn({
      username: this.username,
      ...(password && { password: new Secret(password) }),
      authFlow,
      ...(clientMetadata && { clientMetadata }),
    });
    this.#follow(started, callbacks);
  }

  #answer(
    name: string,
    input: Omit<Parameters<Wire['answer']>[0], 'ticket'>,
    callbacks: IAuthenticationCallback,
    clientMetadata?: Metadata,
  ): void {
    const answered = this.#ticketFor(name).then((ticket) =>
      this.#wire.answer({ ...input, ticket, ...(clientMetadata && { clientMetadata }) }),
    );
    this.#follow(answered, callbacks);
  }

  /** Takes the next step, and calls the function for it. */
  #follow(next: Promise<Step>, callbacks: IAuthenticationCallback): void {
    const session = next.then(async (step) => {
      this.#take(step);
      if (step.name !== 'done') return undefined;
      this.#sub = step.user.sub;
      return this.#fresh();
    });
    const proceed = (begun: CognitoUserSession | undefined) =>
      begun ? callbacks.onSuccess(begun) : this.#put(callbacks);
    callBack(inTheirWords(session), proceed, callbacks.onFailure);
  }

  #take(step: Step): void {
    this.#challenge.take(step);
    this.Session = this.#challenge.raw?.session ?? null;
  }

  #put(callbacks: IAuthenticationCallback): void {
    const { raw } = this.#challenge;
    if (raw) this.username = raw.userId;
    const isPut = raw && putChallenge(raw, callbacks);
    const name = raw?.name ?? 'A challenge that is not known here';
    if (!isPut) callbacks.onFailure(new Error(`${name} follows, and no function was given for it.`));
  }

  /** Whether a session is that of this user. */
  #is({ sub, username }: Pick<KeptSession, 'sub' | 'username'>): boolean {
    return this.#sub === undefined ? username === this.username : sub === this.#sub;
  }

  /** The session of this user, and of no other. */
  async #fresh(forceRefresh = false): Promise<CognitoUserSession> {
    const held = await this.#wire.read();
    if (held && !this.#is(held)) throw new Error('User is not authenticated');
    const session = await this.#wire.fresh(forceRefresh);
    this.#sub = session.sub;
    this.username = session.username;
    return (this.signInUserSession = userSessionOf(session));
  }

  async #adopt(session: CognitoUserSession): Promise<void> {
    try {
      this.#sub = (await this.#wire.begin(tokensOf(session))).sub;
    } catch (error) {
      this.signInUserSession = this.#before;
      reportThrown('The session that was set is not one of this user pool.', error);
      return;
    }
    // Those who need it are told why it cannot be refreshed.
    if (!session.isValid()) await this.#fresh(true).catch(() => undefined);
  }

  async #leave(): Promise<void> {
    const held = await this.#wire.read();
    if (held && this.#is(held)) await this.#access.client.signOut({});
    this.signInUserSession = null;
  }

  #withDevice(then: () => void, fail: (error: Error) => void): void {
    const known = this.#wire.deviceKey(this.username).then((key) => (this.deviceKey = key));
    callBack(known, then, fail);
  }
}

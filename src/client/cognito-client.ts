import type { AuthConfig, Environment } from '../config/config.js';
import { environmentOf } from '../cognito/environment.js';
import { AuthError } from '../cognito/errors.js';
import { isException } from '../cognito/exceptions.js';
import { associateSoftwareToken } from '../cognito/software-token.js';
import { lossOf, refreshTokens, revokeToken, signOutEverywhere } from '../cognito/tokens.js';
import { createJsonProtocol } from '../cognito/json-protocol.js';
import type { Action, Post } from '../cognito/json-protocol.js';
import type { IssuedTokens } from '../cognito/tokens.js';
import { Devices } from '../session/devices.js';
import { Keeper } from '../session/keeper.js';
import type { KeeperPort } from '../session/keeper.js';
import { PasskeyMemory } from '../session/passkey-memory.js';
import type { Session } from '../session/session.js';
import { Snooze } from '../session/snooze.js';
import { storeOf } from '../session/store.js';
import { listenToTabs, sharingOf } from '../session/tabs.js';
import { abortable } from './abortable.js';
import type { AccountClient } from './account-client.js';
import type { CallOptions } from './call-options.js';
import type { Attempt } from './attempt.js';
import type {
  AnswerInput,
  AuthClient,
  ConfirmSignUpInput,
  ResetPasswordInput,
  SessionChange,
  SignInInput,
  SignOutInput,
  SignUpInput,
  StartAgainInput,
  Tokens,
  UsernameInput,
} from './auth-client.js';
import { enrollment } from './flows/totp-enrollment.js';
import { inTime } from './with-deadline.js';
import { Newcomers } from './flows/sign-up.js';
import type { Enter } from './flows/sign-up.js';
import { LatestStep } from './flows/pending-step.js';
import { Listeners } from './listeners.js';
import { Proofs } from './proofs.js';
import { Resets } from './flows/reset-password.js';
import { SignIns } from './flows/sign-in.js';
import { signedIn } from './signed-in.js';
import type { Step } from './step.js';
import { Tickets } from './tickets.js';

type Asked = CallOptions & { readonly username: string };

const MINUTE = 60_000;

/** Begun anew in time, so that whoever takes an offer is not told that it is too late. */
const OFFER_LIFETIME = 2.5 * MINUTE;

/** Two refusals of Cognito's are really something that it wants next. */
function detour(error: unknown, username: string): Step {
  if (isException(error, 'UserNotConfirmedException')) return { name: 'confirmSignUp', username };
  if (isException(error, 'PasswordResetRequiredException'))
    return { name: 'resetPassword', username, isRequired: true };
  throw error;
}

/** The client that speaks to Cognito. Nothing happens before one of its methods is called. */
export class CognitoClient implements AuthClient {
  readonly #config: AuthConfig;
  readonly #environment: Environment;
  readonly #proofs: Proofs;
  readonly #connect: (action?: Action) => Post;
  readonly #keeper: Keeper;
  readonly #listeners = new Listeners(
    () => void this.#keeper.wake(),
    () => listenToTabs(this.#config, () => void this.#keeper.read()),
  );
  readonly #devices: Devices;
  readonly #passkeys: PasskeyMemory;
  readonly #signIns: SignIns;
  readonly #tickets = new Tickets();
  /** Best effort, for tokens that nobody wants any more. */
  readonly #revoke = (refreshToken: string) => void revokeToken(this.#connect(), refreshToken).catch(() => undefined);
  readonly #latest: LatestStep;
  readonly #newcomers: Newcomers;
  readonly #resets: Resets;
  /** Counts what may end in a session or without one. Only the latest does. */
  #attempts = 0;

  constructor(config: AuthConfig) {
    this.#config = config;
    this.#proofs = new Proofs(config.userPoolId);
    this.#environment = environmentOf(config.environment);
    this.#connect = createJsonProtocol(config, this.#environment);
    this.#newcomers = new Newcomers(config);
    this.#resets = new Resets(config);
    this.#latest = new LatestStep(config, this.#environment.now, (ticket) => this.#tickets.challengeOf(ticket));
    const store = storeOf(config, () => this.#listeners.tell({ name: 'degraded' }));
    this.#devices = new Devices(config, store);
    this.#passkeys = new PasskeyMemory(config, store);
    const port: KeeperPort = {
      refresh: (session) => this.#refresh(session),
      revoke: this.#revoke,
      ended: (reason) => this.#listeners.tell({ name: 'ended', reason }),
      started: (session) => this.#listeners.tell({ name: 'started', step: signedIn(session) }),
    };
    this.#keeper = new Keeper(config, store, port, this.#environment, sharingOf(config));
    this.#signIns = new SignIns({
      config,
      now: this.#environment.now,
      keeper: this.#keeper,
      tickets: this.#tickets,
      listeners: this.#listeners,
      latest: this.#latest,
      proofs: this.#proofs,
      devices: this.#devices,
      passkeys: this.#passkeys,
      snooze: new Snooze(config, store, 'verify-contact'),
      revoke: this.#revoke,
    });
  }

  restore(_: void, signal?: AbortSignal): Promise<Step> {
    const restored = this.#keeper.restore();
    return abortable(
      restored.then((session) => (session ? this.#return(session, signal) : this.#resume(signal))),
      signal,
    );
  }

  signIn(input: SignInInput, signal?: AbortSignal): Promise<Step> {
    this.#newcomers.forget(input.username);
    return this.#entry(input, signal, (attempt) => this.#signIns.enter(attempt, input));
  }

  async offerPasskey(_: void, signal?: AbortSignal): Promise<Step> {
    const username = await this.#passkeys.username();
    if (!username) throw new AuthError('passkey-unavailable');
    const offer = (signal: AbortSignal) => this.#signIns.offer(this.#attempt({}, signal), username);
    return abortable(inTime(OFFER_LIFETIME, offer, this.#environment, signal), signal);
  }

  answer(input: AnswerInput, signal?: AbortSignal): Promise<Step> {
    const pending = this.#tickets.take(input.ticket);
    if (!pending) return Promise.reject(new AuthError('challenge-expired'));
    return this.#entry({ ...input, username: input.ticket.username }, signal, async (attempt) => {
      try {
        return await pending(input, attempt);
      } catch (error) {
        this.#latest.keepAgain();
        throw error;
      }
    });
  }

  startAgain(input: StartAgainInput, signal?: AbortSignal): Promise<Step> {
    const { ticket, another = false } = input;
    const challenge = this.#tickets.challengeOf(ticket);
    if (!challenge) return Promise.reject(new AuthError('challenge-expired'));
    const clientMetadata = { ...this.#tickets.clientMetadataOf(ticket), ...input.clientMetadata };
    return this.#entry({ username: ticket.username, clientMetadata }, signal, async (attempt) => {
      const step = await this.#signIns.again(attempt, ticket, challenge, another);
      this.#tickets.take(ticket);
      return step;
    });
  }

  signUp(input: SignUpInput, signal?: AbortSignal): Promise<Step> {
    return this.#entry(input, signal, (attempt) =>
      this.#newcomers.signUp(attempt.post, input, (credentials) => this.#signIns.enter(attempt, credentials)),
    );
  }

  confirmSignUp(input: ConfirmSignUpInput, signal?: AbortSignal): Promise<Step> {
    const waiting = this.#latest.confirming(input.username);
    return this.#entry(input, signal, async (attempt) => {
      const enter: Enter = (credentials) => this.#signIns.enter(attempt, credentials);
      const step = await this.#newcomers.confirm(attempt.post, input, enter);
      // Whoever has to wait on waits for the same: where the link went is still true.
      return (step.name === 'confirmSignUp' && waiting) || step;
    });
  }

  resendSignUpCode(input: UsernameInput, signal?: AbortSignal): Promise<Step> {
    return this.#flow(input, signal, ({ post }) => this.#newcomers.resend(post, input.username));
  }

  forgotPassword(input: UsernameInput, signal?: AbortSignal): Promise<Step> {
    return this.#flow(input, signal, ({ post }) => this.#resets.send(post, input.username));
  }

  resetPassword(input: ResetPasswordInput, signal?: AbortSignal): Promise<Step> {
    return this.#entry(input, signal, (attempt) =>
      this.#resets.confirm(attempt.post, input, (credentials) => this.#signIns.enter(attempt, credentials)),
    );
  }

  setUpTotp(_: void, signal?: AbortSignal): Promise<Step> {
    const enrolled = this.#keeper.fresh().then(async ({ sub, username, accessToken }): Promise<Step> => {
      const { secret } = await associateSoftwareToken(this.#connect({ signal }), { AccessToken: accessToken });
      return {
        name: 'totpSetup',
        secret,
        ticket: this.#tickets.issue(username, { pending: enrollment(sub, this.#keeper) }),
      };
    });
    return abortable(enrolled, signal);
  }

  async signOut({ global = false, forget = false }: SignOutInput, signal?: AbortSignal): Promise<Step> {
    this.#attempts += 1;
    this.#newcomers.forget();
    this.leave();
    let told: Promise<void> | undefined;
    const tellCognito = (session: Session) => {
      if (!global) this.#revoke(session.refreshToken);
      else if (this.#keeper.remaining(session) > 0) {
        told = this.#signOutEverywhere(session, signal);
        // Awaited below, once the session is gone here.
        told.catch(() => undefined);
      }
    };
    const session = await abortable(this.#keeper.end(tellCognito), signal);
    if (forget) await this.#passkeys.forget();
    if (session) {
      this.#listeners.tell({ name: 'ended', reason: 'user' });
      // Tokens that are over have to be refreshed first, and of those the store had the latest.
      if (global) await (told ?? this.#signOutEverywhere(session, signal));
    }
    return { name: 'signIn' };
  }

  leave(): void {
    this.#latest.forget();
  }

  async prepare(): Promise<void> {
    const { authFlow } = this.#config;
    if (authFlow === 'USER_PASSWORD_AUTH' || authFlow === 'CUSTOM_WITHOUT_SRP') return;
    await this.#proofs.prepare();
  }

  getTokens({ forceRefresh, signal }: { forceRefresh?: boolean; signal?: AbortSignal } = {}): Promise<Tokens> {
    const tokens = this.#keeper.fresh(forceRefresh).then((session) => ({
      accessToken: session.accessToken,
      idToken: session.idToken,
      expiresAt: this.#environment.now() + this.#keeper.remaining(session),
    }));
    return abortable(tokens, signal);
  }

  account(): Promise<AccountClient> {
    return abortable(this.#openAccount());
  }

  watch(listener: (change: SessionChange) => void): () => void {
    return this.#listeners.add(listener);
  }

  async #openAccount(): Promise<AccountClient> {
    const session = await this.#keeper.read();
    if (!session) throw new AuthError('session-expired');
    const { openAccount } = await import('./account/open-account.js').catch((cause: unknown) => {
      throw new AuthError('offline', { cause });
    });
    return openAccount({
      sub: session.sub,
      keeper: this.#keeper,
      devices: this.#devices,
      connect: this.#connect,
      signOut: () => this.signOut({}),
    });
  }

  /** Somebody is still signed in; they may have been asked something before a reload. */
  async #return(session: Session, signal?: AbortSignal): Promise<Step> {
    const asked = this.#latest.verifying(session.username);
    const step = asked ? await this.#signIns.return(this.#attempt({}, signal), session, asked) : signedIn(session);
    return this.#latest.keep(step);
  }

  /** What was asked before a reload. */
  #resume(signal?: AbortSignal): Promise<Step> {
    return this.#latest.restore((...asked) => this.#signIns.resume(this.#attempt({}, signal), ...asked));
  }

  #flow(input: Asked, signal: AbortSignal | undefined, steps: (attempt: Attempt) => Promise<Step>): Promise<Step> {
    return abortable(
      steps(this.#attempt(input, signal))
        .catch((error: unknown) => detour(error, input.username))
        .then((step) => (signal?.aborted ? step : this.#latest.keep(step))),
      signal,
    );
  }

  /** What may end in a session. */
  #entry(input: Asked, signal: AbortSignal | undefined, steps: (attempt: Attempt) => Promise<Step>): Promise<Step> {
    this.#attempts += 1;
    return this.#flow(input, signal, steps);
  }

  #attempt({ clientMetadata }: CallOptions, signal: AbortSignal | undefined): Attempt {
    const number = this.#attempts;
    return {
      post: this.#connect({ signal, clientMetadata }),
      signal,
      clientMetadata,
      isOver: () => signal?.aborted === true || number !== this.#attempts,
    };
  }

  /** Ends every session of the user at Cognito. */
  async #signOutEverywhere(session: Session, signal?: AbortSignal): Promise<void> {
    const post = this.#connect({ signal });
    try {
      const isOver = this.#keeper.remaining(session) <= 0;
      const { accessToken } = isOver ? await this.#refresh(session, post) : session;
      await signOutEverywhere(post, accessToken);
    } catch (error) {
      // A session that Cognito has ended already is as global a sign-out as there can be.
      if (!lossOf(error)) throw error;
    }
  }

  async #refresh({ refreshToken, username }: Session, post = this.#connect()): Promise<IssuedTokens> {
    return refreshTokens(post, refreshToken, (await this.#devices.of(username))?.key);
  }
}

import { AuthError } from '../../cognito/errors.js';
import { asksPassword } from '../../config/asks-password.js';
import type { AuthConfig, Environment } from '../../config/config.js';
import type { Discovered } from '../../config/discovery.js';
import { timeoutOf } from '../../cognito/request.js';
import type { Keeper } from '../../session/keeper.js';
import type { PasskeyMemory } from '../../session/passkey-memory.js';
import type { Kept } from '../../session/session.js';
import { isIdentity } from '../../session/signed-in.js';
import type { SignedIn } from '../../session/signed-in.js';
import { abortable } from '../../cognito/abortable.js';
import type { Attempt, Attempts } from '../attempts.js';
import type { AnswerInput, FlowClient, SignInInput, StartAgainInput } from '../auth-client.js';
import type { FederationFlow } from '../federation/federation-flow.js';
import { signedIn } from '../signed-in.js';
import type { Step } from '../step.js';
import type { Tickets } from '../tickets.js';
import { withDeadline } from '../../cognito/with-deadline.js';
import { discover } from './discover.js';
import type { PendingStep } from './pending-step.js';
import type { SignInSteps } from './sign-in-steps.js';
import type { SignUpFlow } from './sign-up.js';

const MINUTE = 60_000;

/** Shorter than the lifetime of a challenge, so that a user who takes an offer is not told that it has expired. */
const OFFER_LIFETIME = 2.5 * MINUTE;

/** What the calls of a sign-in need. */
interface SignInFlowServices {
  readonly config: AuthConfig;
  readonly environment: Environment;
  readonly keeper: Keeper;
  readonly passkeys: PasskeyMemory;
  readonly tickets: Tickets;
  readonly attempts: Attempts;
  readonly pendingStep: PendingStep;
  readonly steps: SignInSteps;
  readonly signUp: SignUpFlow;
  readonly federate: FederationFlow;
}

/** The calls that sign a user in, or find that one is signed in. */
export class SignInFlow implements Pick<FlowClient, 'restore' | 'signIn' | 'offerPasskey' | 'answer' | 'startAgain'> {
  readonly #services: SignInFlowServices;
  /** The identifier for which `discovery` was asked last, and what it found if the window of that was blocked. */
  #discovered: { readonly username: string; readonly blocked?: Discovered } | undefined;

  constructor(services: SignInFlowServices) {
    this.#services = services;
  }

  restore(_: void, signal?: AbortSignal): Promise<Step> {
    const attempt = this.#services.attempts.create({}, signal);
    return abortable(this.#restore(attempt), signal);
  }

  signIn(input: SignInInput, signal?: AbortSignal): Promise<Step> {
    const { attempts, signUp, steps } = this.#services;
    signUp.forget(input.username);
    return attempts.runLatest(
      input,
      signal,
      async (attempt) => (await this.#discover(attempt, input)) ?? steps.start(attempt, input),
    );
  }

  async offerPasskey(_: void, signal?: AbortSignal): Promise<Step> {
    const { attempts, environment, passkeys, steps } = this.#services;
    const username = await passkeys.username();
    if (!username) throw new AuthError('passkey-unavailable');
    const offer = (own: AbortSignal) => steps.offerPasskey(attempts.create({}, own), username);
    return abortable(withDeadline(OFFER_LIFETIME, offer, environment, { signal, code: 'challenge-expired' }), signal);
  }

  answer(input: AnswerInput, signal?: AbortSignal): Promise<Step> {
    const { attempts, pendingStep, tickets } = this.#services;
    const handle = tickets.take(input.ticket);
    if (!handle) return Promise.reject(new AuthError('challenge-expired'));
    return attempts.runLatest({ ...input, username: input.ticket.username }, signal, async (attempt) => {
      try {
        return await handle(input, attempt);
      } catch (error) {
        pendingStep.keepAgain();
        throw error;
      }
    });
  }

  startAgain(input: StartAgainInput, signal?: AbortSignal): Promise<Step> {
    const { attempts, steps, tickets } = this.#services;
    const { ticket, another = false } = input;
    const challenge = tickets.challengeOf(ticket);
    if (!challenge) return Promise.reject(new AuthError('challenge-expired'));
    const clientMetadata = { ...tickets.clientMetadataOf(ticket), ...input.clientMetadata };
    return attempts.runLatest({ username: ticket.username, clientMetadata }, signal, async (attempt) => {
      const step = await steps.startAgain(attempt, ticket, challenge, another);
      tickets.take(ticket);
      return step;
    });
  }

  /** Sends the user to the provider that signs them in. Returns the step that asks for a missing password; undefined to go on. */
  async #discover(attempt: Attempt, input: SignInInput): Promise<Step | undefined> {
    const { config, environment, federate } = this.#services;
    const { username, password, discovery = config.discovery, authFlow = config.authFlow } = input;
    if (!discovery) return undefined;
    const { signal } = attempt;
    const known = this.#discovered?.username === username ? this.#discovered : undefined;
    const limits = { timeout: timeoutOf(config), environment, signal };
    const found = known ? known.blocked : await discover(discovery, username, limits);
    if (attempt.isOver()) throw new AuthError('cancelled');
    // A user who comes back wants another way.
    this.#discovered = { username };
    if (found) {
      return federate.begin(attempt, { ...found, loginHint: username }).catch((error: unknown) => {
        // The next press opens the window at once, which browsers allow.
        if (AuthError.from(error).code === 'popup-blocked') this.#discovered = { username, blocked: found };
        throw error;
      });
    }
    return asksPassword(authFlow) && !password ? { name: 'signIn', username, asksPassword: true } : undefined;
  }

  async #restore(attempt: Attempt): Promise<Step> {
    const { federate, keeper, pendingStep, steps } = this.#services;
    const arrived = await federate.arrive(attempt);
    if (arrived?.name === 'signIn' && arrived.username !== undefined) this.#discovered = { username: arrived.username };
    if (arrived) return attempt.isOver() ? arrived : pendingStep.keep(arrived);
    const session = await keeper.restore();
    const adopted = session ? undefined : await federate.adopt(attempt);
    if (adopted) return attempt.isOver() ? adopted : pendingStep.keep(adopted);
    if (!session) return pendingStep.restore(attempt.isOver, (...kept) => steps.resume(attempt, ...kept));
    const step = await this.#continue(session, attempt);
    return attempt.isOver() ? step : pendingStep.keep(step);
  }

  /** The user is still signed in, and may have been asked something before a reload. */
  async #continue(session: Kept<SignedIn>, attempt: Attempt): Promise<Step> {
    const { pendingStep, steps } = this.#services;
    if (isIdentity(session)) return signedIn(session);
    const sent = pendingStep.verifying(session.username);
    return sent ? steps.resumePrompts(attempt, session, sent) : signedIn(session);
  }
}

import type { PropertyValues } from 'lit';
import type { AccountClient } from '../client/account-client.js';
import type { AuthUser } from '../client/step.js';
import type { AuthError } from '../cognito/errors.js';
import { TaskController } from './controllers/task-controller.js';
import { FormElement } from './form-element.js';

/**
 * A form for a user who is signed in, wherever the page puts it: it loads its data when a user signs in, and forgets it at
 * sign-out. All requests run in one task.
 */
export abstract class TaskElement extends FormElement {
  protected readonly task = new TaskController(this, () => this.screen);
  #user: AuthUser | undefined;

  /** Requests what the form shows of this user. Undefined: nothing has to be requested. */
  protected abstract load(): Promise<void> | undefined;

  /** Forgets what is known of the last user. */
  protected abstract forget(): void;

  protected override get isActive(): boolean {
    return this.state?.screen === 'signed-in';
  }

  protected override get isBusy(): boolean {
    return this.task.isBusy;
  }

  protected override get failure(): AuthError | undefined {
    return this.task.error;
  }

  protected override get hasMoved(): boolean {
    return false;
  }

  protected override cancel(): void {
    this.task.forget();
  }

  /** Runs a request for the account of the user. `done` gets its answer. */
  protected async run<Answer>(
    work: (account: AccountClient, signal: AbortSignal) => Promise<Answer>,
    done: (answer: Answer) => void,
  ): Promise<void> {
    const { auth } = this;
    if (auth) await this.task.run(async (signal) => work(await auth.client.account(), signal), done);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const user = this.state?.user;
    if (user !== this.#user) {
      this.#user = user;
      this.task.forget();
      this.forget();
      if (user) void this.load();
    }
    super.willUpdate(changed);
  }
}

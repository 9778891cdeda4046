import { errorOnce } from '../../misuse.js';
import { checkScreen } from './check-screen.js';
import { checkSettings } from './check-settings.js';
import { checkSlots } from './check-slots.js';
import type { Subject } from './subject.js';

/** How long a page may take for what is checked: to call `configure()`, to put the next screen where it is shown. Milliseconds. */
const GRACE = 2000;

const subjects = new Set<Subject>();

/** Looks after one element, as long as that is in the page, and tells the console what is wrong with its use. */
export class Watch {
  readonly #subject: Subject;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(subject: Subject) {
    this.#subject = subject;
    subjects.add(subject);
    checkSettings(subject.host);
    this.look();
  }

  /** Something may have changed: looks again when that has lasted a while. */
  look(): void {
    const { auth } = this.#subject;
    const screen = auth?.getState().screen;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (auth === this.#subject.auth && screen === auth?.getState().screen) this.#check();
      else this.look();
    }, GRACE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    subjects.delete(this.#subject);
  }

  #check(): void {
    const { host, auth, isAdrift } = this.#subject;
    checkSettings(host);
    checkSlots(host);
    checkScreen(auth, [...subjects]);
    if (isAdrift) {
      errorOnce(
        `<${host.localName}> has no user pool: set user-pool-id and user-pool-client-id of an <auth-authenticator> or <auth-provider>, or call configure().`,
      );
    }
  }
}

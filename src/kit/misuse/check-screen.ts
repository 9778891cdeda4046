import type { ScreenName } from '../../auth-state.js';
import { warnOnce } from '../../misuse.js';
import type { Subject } from './subject.js';

/** The screens that no element has to show: the app is there, or something soon will be. */
const OPTIONAL: readonly unknown[] = ['loading', 'signed-in'] satisfies ScreenName[];

/** Tells which element is missing on a page of single screens, where none of them shows what the flow has reached. */
export function checkScreen(auth: Subject['auth'], subjects: readonly Subject[]): void {
  const screen = auth?.getState().screen;
  const shown = subjects.filter((subject) => subject.auth === auth).map(({ shows }) => shows);
  const isForm = shown.some((name) => name && !OPTIONAL.includes(name));
  if (!isForm || OPTIONAL.includes(screen) || shown.includes('any') || shown.includes(screen)) return;
  const tag = `auth-${screen}`;
  const step = customElements.get(tag) ? '' : ` and import "auth-elements/define/${tag}"`;
  warnOnce(
    `no element shows the screen "${screen}": put <${tag}> beside the others${step}, or use <auth-authenticator>.`,
  );
}

import type { LightContent } from '../rendering/light-content.js';

/**
 * Sends a form whose button was pressed, by a pointer or with Enter, where no `submit` follows: a page stops it on its way
 * to the form, or is in a frame that may not submit forms (`sandbox` without `allow-forms`).
 *
 * @param submit Called as by the event that did not come.
 */
export function hearPresses(host: HTMLElement, light: LightContent, submit: (event: SubmitEvent) => void): void {
  host.addEventListener('click', (press) => {
    const { form } = light;
    const button = press.target instanceof Element ? press.target.closest('button') : null;
    if (!form || button?.type !== 'submit' || button.form !== form) return;
    const end = new AbortController();
    form.addEventListener('submit', () => end.abort(), { capture: true, signal: end.signal });
    // After the event, which follows at once.
    setTimeout(() => {
      const isUnheard = !end.signal.aborted && !press.defaultPrevented;
      end.abort();
      if (isUnheard) submit(new SubmitEvent('submit', { submitter: button }));
    });
  });
}

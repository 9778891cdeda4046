import type { LightContent } from '../rendering/light-content.js';

/** Whether nothing else on the page has the focus: then a new screen may take it. */
export function isFocusFree(host: HTMLElement): boolean {
  const { activeElement } = document;
  return (
    !activeElement || activeElement === document.body || activeElement.contains(host) || host.contains(activeElement)
  );
}

/** The first input of a form that is still empty. */
export const firstEmpty = (content: LightContent): HTMLInputElement | undefined =>
  content.inForm<HTMLInputElement>('input[data-auth]').find((input) => !input.hidden && !input.value);

/** Puts the cursor where something has to be typed again, all of it selected. */
export function retype(input: HTMLInputElement | null | undefined): boolean {
  input?.focus();
  input?.select();
  return Boolean(input);
}

import type { Locator, Page } from 'playwright-core';

/** What injected markup says. */
export interface InjectedMarkup {
  /** Elements, from the outermost to the innermost: `auth-provider auth-federated-buttons`. */
  readonly tags: readonly string[];
  /** Those of each element. */
  readonly attributes: Readonly<Record<string, string>>;
  /** The text of a button for Google in each innermost element. */
  readonly button?: string;
}

/** Injects elements into the page, as a site does that lets markup into its comments. Returns where they are. */
export async function injectMarkup(page: Page, markup: InjectedMarkup): Promise<Locator> {
  await page.evaluate(({ tags, attributes, button }) => {
    const section = document.createElement('section');
    section.ariaLabel = 'Injected';
    for (const nested of tags) {
      let place: HTMLElement = section;
      for (const tag of nested.split(' ')) {
        const element = document.createElement(tag);
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
        place.append(element);
        place = element;
      }
      if (button === undefined) continue;
      const child = place.appendChild(document.createElement('button'));
      child.setAttribute('provider', 'google');
      child.textContent = button;
    }
    document.body.append(section);
  }, markup);
  return page.getByRole('region', { name: 'Injected' });
}

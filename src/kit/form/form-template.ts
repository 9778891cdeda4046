import { html } from 'lit';
import type { Text } from '../../text/text.js';

/** What stands among the children of an element. */
interface Form {
  /** Of the form, unique in the page. */
  readonly id: string;
  readonly words: Pick<Text, 'lang' | 'dir'>;
  /** A request is pending. */
  readonly busy: boolean;
  readonly submit: (event: SubmitEvent) => void;
  readonly content: unknown;
  readonly actions: unknown;
}

/**
 * A form, and the actions that belong to it. `method`: scripts of pages and password managers may call `submit()`, which no
 * listener hears. The browser would send the password to the page's own server then; of `dialog`, it sends nothing.
 */
export const formTemplate = ({ id, words: { lang, dir }, busy, submit, content, actions }: Form): unknown =>
  html`<form
      slot="form"
      data-auth="form"
      id=${id}
      method="dialog"
      novalidate
      lang=${lang}
      dir=${dir}
      aria-busy=${busy ? 'true' : 'false'}
      @submit=${submit}
    >
      ${content}
    </form>
    <div slot="actions" data-auth="actions" lang=${lang} dir=${dir}>${actions}</div>`;

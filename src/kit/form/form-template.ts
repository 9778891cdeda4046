import { html } from 'lit';

/** What stands among the children of an element. */
interface Form {
  /** Of the form, unique in the page. */
  readonly id: string;
  readonly lang: string;
  readonly label: string;
  /** A request is pending. */
  readonly busy: boolean;
  readonly submit: (event: SubmitEvent) => void;
  readonly content: unknown;
  readonly actions: unknown;
}

/** A form, and the actions that belong to it. */
export const formTemplate = ({ id, lang, label, busy, submit, content, actions }: Form): unknown =>
  html`<form
      slot="form"
      data-auth="form"
      id=${id}
      method="post"
      novalidate
      lang=${lang}
      aria-label=${label}
      aria-busy=${busy ? 'true' : 'false'}
      @submit=${submit}
    >
      ${content}
    </form>
    <div slot="actions" data-auth="actions" lang=${lang}>${actions}</div>`;

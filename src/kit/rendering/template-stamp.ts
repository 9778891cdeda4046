import { BEGIN, END } from './own-nodes.js';

/** What a template holds, stamped beside it, anew when that changes. */
class Stamp {
  readonly #nodes: readonly ChildNode[];
  readonly #observer: MutationObserver;

  /** @param changed Called when the stamp is not what the template holds any more. */
  constructor(template: HTMLTemplateElement, changed: () => void) {
    const { content } = template;
    this.#nodes = [new Comment(BEGIN), ...document.importNode(content, true).childNodes, new Comment(END)];
    template.after(...this.#nodes);
    this.#observer = new MutationObserver(changed);
    this.#observer.observe(content, { attributes: true, characterData: true, childList: true, subtree: true });
  }

  /** Whether it stands in an element. The app may have changed what is in it, but not the comments around it. */
  isIn(host: Element): boolean {
    return this.#nodes[0]?.parentNode === host && this.#nodes.at(-1)?.parentNode === host;
  }

  remove(): void {
    this.#observer.disconnect();
    for (const node of this.#nodes) node.remove();
  }
}

/** Content that is in the page only sometimes: what the host's templates hold, stamped beside them. */
export class TemplateStamp {
  readonly #host: Element;
  readonly #stamps = new Map<HTMLTemplateElement, Stamp>();
  #isPresent = false;

  constructor(host: Element) {
    this.#host = host;
  }

  /** Whether it should stand in the page now. To be set again when there may be other templates. */
  set present(present: boolean) {
    this.#isPresent = present;
    this.#refresh();
  }

  /** Looks at the templates again: there may be others. */
  #refresh(): void {
    const templates = this.#isPresent ? [...this.#host.children].filter(isTemplate) : [];
    for (const [template, stamp] of this.#stamps) {
      if (!templates.includes(template) || !stamp.isIn(this.#host)) this.#remove(template, stamp);
    }
    for (const template of templates) if (!this.#stamps.has(template)) this.#add(template);
  }

  #add(template: HTMLTemplateElement): void {
    const stamp = new Stamp(template, () => {
      this.#remove(template, stamp);
      this.#refresh();
    });
    this.#stamps.set(template, stamp);
  }

  #remove(template: HTMLTemplateElement, stamp: Stamp): void {
    stamp.remove();
    this.#stamps.delete(template);
  }
}

const isTemplate = (child: Element): child is HTMLTemplateElement =>
  child instanceof HTMLTemplateElement && !child.slot;

/** Content that is in the page only sometimes: the children of a `<template>`, stamped beside it. */
export class TemplateStamp {
  readonly #host: Element;
  #nodes: readonly ChildNode[] = [];

  constructor(host: Element) {
    this.#host = host;
  }

  /** Whether the host's template, if it has one, should stand in the page now. */
  set present(present: boolean) {
    if (!present) {
      for (const node of this.#nodes) node.remove();
      this.#nodes = [];
    } else if (!this.#nodes.length) {
      const template = this.#host.querySelector<HTMLTemplateElement>(':scope > template:not([slot])');
      if (!template) return;
      const content = document.importNode(template.content, true);
      this.#nodes = [...content.childNodes];
      template.after(content);
    }
  }
}

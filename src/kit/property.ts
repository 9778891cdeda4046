import type { PropertyDeclaration, ReactiveElement } from 'lit';

/**
 * lit's `property`, for the decorators of TypeScript alone. The original also speaks those of JavaScript, which costs the
 * first paint a quarter of a kilobyte.
 */
export const property =
  (options: PropertyDeclaration = {}) =>
  (prototype: ReactiveElement, name: string): void => {
    // The constructor of a prototype is its class.
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
  };

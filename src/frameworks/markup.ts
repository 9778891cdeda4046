/** What an attribute says for a value: the words of a list with spaces between them, a number as digits. */
export type AttributeOf<Value> = Value extends boolean
  ? Value
  : Value extends number
    ? Value | `${Value}`
    : Value extends readonly string[]
      ? string
      : Extract<Value, string>;

/** An element, and the properties that its attributes and properties set, by their names. */
export interface Markup<Element, Names> {
  readonly element: Element;
  readonly names: Names;
}

/**
 * What can be set: properties, and attributes that have other names than theirs. Where both have one name, frameworks set
 * the property.
 */
export type PropsOf<Of> =
  Of extends Markup<infer Element, infer Names>
    ? {
        [Name in keyof Names]?:
          | (Names[Name] extends keyof Element
              ? Name extends Names[Name]
                ? Element[Names[Name]]
                : AttributeOf<Element[Names[Name]]>
              : never)
          | undefined;
      }
    : never;

/** Listeners as JSX spells them: `onauth-signed-in`. */
export type ListenersOf<Events> = {
  [Name in keyof Events & string as `on${Name}`]?: ((event: Events[Name]) => void) | undefined;
};

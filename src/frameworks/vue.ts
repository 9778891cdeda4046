import type { EmitFn, HTMLAttributes, VNodeProps } from 'vue';
import type { Elements, Events } from './elements.js';
import type { AttributeOf, Markup, PropsOf } from './markup.js';

/** Templates are checked as if `user-pool-id` were `userPoolId`: each takes what the other does. */
type TemplateProps<Of> =
  Of extends Markup<infer Element, infer Names>
    ? {
        [Name in keyof Names]?:
          PropsOf<Of>[Name] | (Name extends AttributesIn<Names> & keyof Element ? AttributeOf<Element[Name]> : never);
      }
    : never;

/** The properties whose attributes have other names. */
type AttributesIn<Names> = { [Name in keyof Names]: Name extends Names[Name] ? never : Names[Name] }[keyof Names];

/** The events of the elements, as Vue writes down those of a component. */
type Emits = { [Name in keyof Events]: (event: Events[Name]) => void };

/** The elements in templates of Vue, where `@auth-signed-in` listens. */
export type VueElements = {
  [Tag in keyof Elements]: new () => Elements[Tag]['element'] & {
    $props: TemplateProps<Elements[Tag]> & Omit<HTMLAttributes & VNodeProps, keyof PropsOf<Elements[Tag]>>;
    $emit: EmitFn<Emits>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends VueElements {}
  interface HTMLAttributes {
    /** Where an element stands in the one around it. */
    slot?: string | undefined;
  }
}

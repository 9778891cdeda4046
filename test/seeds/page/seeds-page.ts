import { elementOf } from '../../../src/compat/components/component.js';
import * as components from '../../../src/compat/components/index.js';
import * as compat from '../../../src/compat/index.js';
import { libraries } from './libraries.js';
import type { Login } from './libraries.js';
import { Component, h, ReactDOM, useEffect } from './react.js';

/** A sample as a module. */
interface SampleModule {
  readonly run: (this: object, given: Readonly<Record<string, unknown>>) => Promise<Record<string, unknown>>;
}

/** What a test asks of the page. */
export interface SeedsPage {
  readonly compat: typeof compat;
  readonly components: typeof components;
  readonly h: typeof h;
  /** What the sample has logged. */
  readonly logged: unknown[];
  /** What the app has besides the sample: variables, modules, and the object whose method the sample is. */
  readonly names: Record<string, unknown>;
  readonly modules: Record<string, object>;
  self: object;
  /** A component of the app that is made by the class `AuthPiece`. */
  readonly piece: () => HTMLElement;
  /** Loads the libraries of providers, where this user signs in. */
  load(login: Login): void;
  /** Runs the sample at an address, and shows what it exports, or the component of this name. */
  runs(address: string, component?: string): Promise<void>;
}

declare global {
  interface Window {
    seeds: SeedsPage;
  }
}

const logged: unknown[] = [];
const ICON = 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24"/>';

/** What samples leave open, or take for imported. */
const names: Record<string, unknown> = {
  ...components,
  Auth: compat.Auth,
  Component,
  React: { Component },
  ReactDOM,
  App: () => h('h2', null, 'Only signed-in people see this'),
  google_icon: ICON,
  facebook_icon: ICON,
  amazon_icon: ICON,
  auth0_icon: ICON,
  auth0Domain: 'auth0.example',
  // Of React Native.
  View: 'div',
  Button: ({ title, onPress }: Readonly<Record<string, unknown>>) => h('button', { onPress }, String(title)),
  styles: {},
};

const modules: Record<string, object> = {
  'auth-elements/compat': { ...compat, default: compat.Amplify },
  'auth-elements/compat/components': components,
  react: { default: { Component }, Component, useEffect },
};

const root = (): Element => document.querySelector('#root') ?? document.body;

/** Shows an element, or what an element is made of. */
function show(shown: unknown): void {
  // Samples make nothing else.
  if (typeof shown === 'function')
    root().append(
      shown.prototype instanceof HTMLElement ? elementOf(shown as new () => HTMLElement) : h(shown as never, null),
    );
  else if (shown instanceof Node) root().append(shown);
}

class MyApp extends components.AuthPiece {
  protected showComponent(): Node {
    return h('h2', null, 'My app');
  }
}

window.seeds = {
  compat,
  components,
  h,
  logged,
  names,
  modules,
  self: {},
  piece: () => elementOf(MyApp),
  load(login) {
    const { globals, modules: loaded } = libraries(login);
    Object.assign(window, globals);
    Object.assign(modules, loaded);
  },
  async runs(address, component = 'default') {
    // What is served there.
    const { run } = (await import(/* @vite-ignore */ address)) as SampleModule;
    const imported = (name: string): object => {
      const found = modules[name];
      if (!found) throw new Error(`The sample imports ${name}.`);
      return found;
    };
    const log = (...values: unknown[]): void => void logged.push(values.length === 1 ? values[0] : values);
    const given = { ...names, h, show, imported, exported: {}, console: { log } };
    const ended = await run.call(window.seeds.self, given);
    show(ended instanceof Node ? ended : ended[component]);
  },
};

import { Auth } from '../../../src/compat/index.js';
import * as components from '../../../src/compat/components/index.js';
import { Component, h, ReactDOM } from './react.js';

const ICON = 'data:,';

/** What samples leave open, or take for imported. */
export const given = {
  ...components,
  Auth,
  Component,
  React: { Component },
  ReactDOM,
  h,
  /** The app. */
  App: () => h('h2', null, 'Only signed-in people see this'),
  // Of React Native.
  View: 'div',
  Button: ({ title, onPress }: { readonly title: string; readonly onPress: () => void }) =>
    h('button', { onPress }, title),
  styles: {},
  google_icon: ICON,
  facebook_icon: ICON,
  amazon_icon: ICON,
  auth0_icon: ICON,
};

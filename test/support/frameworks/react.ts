import { createElement, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Mount } from './mount.js';

/** A component of React: a text that changes, an app in a template, and a child that comes late. */
function Page({ config }: { readonly config: Parameters<Mount>[1] }) {
  const [text, setText] = useState<string>();
  const [hasMore, setMore] = useState(false);
  const [user, setUser] = useState('nobody');
  return createElement(
    'main',
    null,
    createElement('button', { onClick: () => setText('Hello') }, 'Say hello'),
    createElement('button', { onClick: () => setText(undefined) }, 'Say nothing'),
    createElement('button', { onClick: () => setMore(true) }, 'Show more'),
    createElement('p', null, `Signed in: ${user}`),
    createElement(
      'auth-authenticator',
      {
        config: config(),
        'onauth-signed-in': (event: HTMLElementEventMap['auth-signed-in']) => setUser(event.user.username),
      },
      text,
      createElement('template', null, createElement('h2', null, 'Only signed-in people see this')),
      hasMore && createElement('p', { key: 'more' }, 'There is more'),
    ),
  );
}

export const mount: Mount = (root, config) => createRoot(root).render(createElement(Page, { config }));

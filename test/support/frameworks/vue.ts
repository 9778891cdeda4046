import { createApp, h, ref } from 'vue';
import type { Mount } from './mount.js';

export const mount: Mount = (root, config) => {
  const text = ref<string>();
  const hasMore = ref(false);
  const user = ref('nobody');
  createApp({
    render: () =>
      h('main', [
        h('button', { onClick: () => (text.value = 'Hello') }, 'Say hello'),
        h('button', { onClick: () => (text.value = undefined) }, 'Say nothing'),
        h('button', { onClick: () => (hasMore.value = true) }, 'Show more'),
        h('p', `Signed in: ${user.value}`),
        h(
          'auth-authenticator',
          {
            config: config(),
            'onAuth-signed-in': (event: HTMLElementEventMap['auth-signed-in']) => (user.value = event.user.username),
          },
          [
            text.value,
            h('template', [h('h2', 'Only signed-in people see this')]),
            hasMore.value ? h('p', 'There is more') : null,
          ],
        ),
      ]),
  }).mount(root);
};

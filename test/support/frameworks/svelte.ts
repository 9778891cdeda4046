import 'svelte';
import { mount as mountComponent } from 'svelte';
import type { Mount } from './mount.js';
import SveltePage from './SveltePage.svelte';

export const mount: Mount = (root, config) => void mountComponent(SveltePage, { target: root, props: { config } });

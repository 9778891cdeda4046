import '@hotwired/turbo';
import '../../src/define.js';
import { configurePool } from './page-pool.js';

configurePool();

/** Counted where Turbo leaves it: for a while, the page that it leaves and the one that comes look the same. */
let loads = 0;
document.addEventListener('turbo:load', () => (document.documentElement.dataset['loads'] = String((loads += 1))));

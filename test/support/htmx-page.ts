import 'htmx.org';
import '../../src/define.js';
import { configurePool } from './page-pool.js';

configurePool();

import { showShop } from './shop.js';

showShop();

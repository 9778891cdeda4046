import 'auth-elements/define';
import { showShop } from './shop.js';

showShop();

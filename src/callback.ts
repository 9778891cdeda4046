// To be imported before all else on the page that a sign-in returns to: it takes the answer out of the address.
import { takeArrival } from './session/arrival.js';

takeArrival();

import { describe } from 'node:test';
import { clientContract } from '../contracts/client.contract.js';
import { Stage } from './stage.js';

describe('A client of the local Cognito', () => clientContract(() => Stage.open()));

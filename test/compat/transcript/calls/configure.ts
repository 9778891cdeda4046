import type { Call } from '../call.js';
import { PASSWORD, signedIn } from './common.js';

/** A configuration in the form of the generated file `aws-exports`. */
const exported = {
  aws_project_region: 'us-east-1',
  aws_cognito_region: 'us-east-1',
  aws_user_pools_id: 'us-east-1_Example1',
  aws_user_pools_web_client_id: 'abc123',
};

export const CONFIGURE: readonly Call[] = [
  { title: 'configure without argument, before any configuration', pool: null, call: ({ Auth }) => Auth.configure() },
  {
    title: 'configure with flat keys',
    pool: null,
    call: ({ Auth, world }) => Auth.configure(world.config()),
  },
  {
    title: 'configure with the keys under Auth, then signIn',
    pool: null,
    call: async ({ Auth, world }) => {
      Auth.configure({ Auth: world.config() });
      return Auth.signIn('jane', PASSWORD);
    },
  },
  {
    title: 'configure with aws-exports, then signIn',
    pool: null,
    call: async ({ Auth, world }) => {
      const { endpoint, storage } = world.config();
      Auth.configure({ ...exported, endpoint, storage });
      return Auth.signIn('jane', PASSWORD);
    },
  },
  { title: 'configure without argument answers the configuration', call: ({ Auth }) => Auth.configure() },
  { title: 'configure with the same values again', call: ({ Auth, world }) => Auth.configure(world.config()) },
  {
    title: 'configure with one more key keeps the others',
    call: ({ Auth }) => Auth.configure({ clientMetadata: { shop: 'north' }, own: 'kept' }),
  },
  {
    title: 'configure with a storage that lacks methods',
    call: ({ Auth }) => Auth.configure({ storage: { getItem: () => null } }),
  },
  {
    title: 'configure with an empty object as storage',
    pool: null,
    call: ({ Auth, world }) => Auth.configure({ ...world.config(), storage: {} }),
  },
  {
    title: 'configure with a storage whose sync resolves later, then currentAuthenticatedUser',
    given: signedIn('jane'),
    call: async ({ Auth, world }) => {
      const { storage } = world;
      const { getItem, setItem, removeItem, clear } = storage;
      const sync = () => new Promise<void>((resolve) => void setImmediate(resolve));
      Auth.configure({ ...world.config(), storage: { getItem, setItem, removeItem, clear, sync } });
      return Auth.currentAuthenticatedUser();
    },
  },
  {
    title: 'configure with a storage whose sync rejects, then currentAuthenticatedUser',
    pool: null,
    call: async ({ Auth, world }) => {
      const { getItem, setItem, removeItem, clear } = world.storage;
      const sync = () => Promise.reject(new Error('The disk is full.'));
      Auth.configure({ ...world.config(), storage: { getItem, setItem, removeItem, clear, sync } });
      return Auth.currentAuthenticatedUser();
    },
  },
];

import { totpCode } from './totp.js';
import { findUser } from './users.js';
import type { World } from './world.js';

/** What Cognito has not: a look at what was sent, and at what an authenticator app would show. Undefined: no such thing. */
export function dev(world: World, method: string, path: string, query: URLSearchParams): unknown {
  switch (`${method} ${path}`) {
    case 'GET /__dev/outbox':
      return world.outbox.to(query.get('to'));
    case 'DELETE /__dev/outbox':
      world.outbox.clear(query.get('to'));
      return {};
    case 'GET /__dev/totp': {
      const users = world.pools.flatMap((pool) => findUser(pool, query.get('user') ?? undefined) ?? []);
      const secret = users.find(({ totp }) => totp)?.totp?.secret;
      return secret && { code: totpCode(secret, world.now()) };
    }
    default:
      return undefined;
  }
}

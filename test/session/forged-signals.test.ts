import { expect } from '@open-wc/testing';
import { createAuthClient } from '../../src/client/create-auth-client.js';
import type { SessionChange } from '../../src/client/auth-client.js';
import { jwt, accessClaims, idClaims } from './tokens.js';

const KEY = 'auth-elements.abc123';
const SESSION = JSON.stringify({
  v: 1,
  gen: 1,
  receivedAt: Date.now(),
  accessToken: jwt(accessClaims()),
  idToken: jwt(idClaims()),
  refreshToken: 'refresh',
});

describe('Forged signals of another tab', () => {
  afterEach(() => localStorage.removeItem(KEY));

  it('end no session, send nothing, and are not answered', async () => {
    localStorage.setItem(KEY, SESSION);
    let requests = 0;
    const client = createAuthClient({
      userPoolId: 'us-east-1_Example1',
      userPoolClientId: 'abc123',
      environment: {
        fetch: () => {
          requests += 1;
          return Promise.reject(new TypeError('Failed to fetch'));
        },
      },
    });
    const changes: SessionChange[] = [];
    const stop = client.watch((change) => changes.push(change));
    expect((await client.restore()).name).to.equal('done');
    const other = new BroadcastChannel(KEY);
    let answers = 0;
    other.addEventListener('message', () => (answers += 1));
    for (let count = 0; count < 500; count += 1) {
      other.postMessage({ name: 'ended', reason: 'revoked', type: 'signOut', session: null });
      for (const key of [KEY, null]) {
        dispatchEvent(new StorageEvent('storage', { key, newValue: null, oldValue: SESSION }));
      }
    }
    other.postMessage('last');
    expect((await client.getTokens()).accessToken).to.equal(jwt(accessClaims()));
    expect((await client.restore()).name).to.equal('done');
    stop();
    other.close();
    expect([changes, requests, answers]).to.deep.equal([[], 0, 0]);
    expect(localStorage.getItem(KEY)).to.equal(SESSION);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FederateInput } from '../../src/client/auth-client.js';
import { Secret } from '../../src/cognito/secret.js';
import { startChart } from '../../src/machine/start-chart.js';
import { fakeClient, never } from '../../src/testing/fake-client.js';

describe('A token that a page signs a user in with', () => {
  it('is boxed in the chart, and comes to the client', () => {
    const inputs: FederateInput[] = [];
    const federate = (input: FederateInput) => {
      inputs.push(input);
      return never();
    };
    const seen: unknown[] = [];
    const chart = startChart(fakeClient({ federate }), {
      beginning: { step: { name: 'signIn' } },
      queue: [],
      inspect: (event) => seen.push(event),
      changed: (state) => seen.push(state),
    });
    const login = { token: 'Geheim-7', refreshToken: 'Geheim-8', expiresAt: 9 };
    chart.send({ type: 'federate', provider: 'google', login });
    const [input] = inputs;
    assert.ok(input?.login?.token instanceof Secret && input.login.refreshToken instanceof Secret);
    assert.deepEqual([input.login.token.reveal(), input.login.refreshToken.reveal()], ['Geheim-7', 'Geheim-8']);
    const text = seen.flatMap((event): unknown[] => Object.values(event as object)).map((part) => JSON.stringify(part));
    assert.doesNotMatch(text.join(), /Geheim/);
    assert.match(text.join(), /•••/);
    chart.stop();
  });
});

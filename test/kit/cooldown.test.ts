import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { Cooldown } from '../../src/kit/cooldown.js';

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

describe('Cooldown', () => {
  it('waits for half a minute, then for one, then for two each time', () => {
    const cooldown = new Cooldown(host, () => undefined);
    expect(cooldown.seconds).to.equal(0);
    const waits = [0, 0, 0, 0].map(() => {
      cooldown.start();
      return cooldown.seconds;
    });
    cooldown.hostDisconnected();
    expect(waits).to.deep.equal([30, 60, 120, 120]);
  });
});

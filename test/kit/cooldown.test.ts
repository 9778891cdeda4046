import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import '../../src/define.js';
import { CooldownController } from '../../src/kit/controllers/cooldown-controller.js';
import { delivery } from '../../src/testing/fake-client.js';
import { stage } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

const host: ReactiveControllerHost = {
  addController: () => undefined,
  removeController: () => undefined,
  requestUpdate: () => undefined,
  updateComplete: Promise.resolve(true),
};

describe('CooldownController', () => {
  it('waits for half a minute, then for one, then for two each time', () => {
    const cooldown = new CooldownController(host, () => undefined);
    expect(cooldown.seconds).to.equal(0);
    const waits = [0, 0, 0, 0].map(() => {
      cooldown.start();
      return cooldown.seconds;
    });
    cooldown.hostDisconnected();
    expect(waits).to.deep.equal([30, 60, 120, 120]);
  });

  it('continues visibly when the page moves the element', async () => {
    const { element, user } = await stage({
      restore: { name: 'confirmSignUp', username: 'jane', delivery: delivery() },
    });
    const secondsIn = (person: User) => Number(/in (\d+) seconds/.exec(person.view)?.[1]);
    await user.reads('You can ask for a new code in');
    const before = secondsIn(user);
    const place = document.createElement('div');
    element.after(place);
    place.append(element);
    // Once more than the move alone shows.
    await eventually(
      () => secondsIn(new User(place)) <= before - 2,
      () => new User(place).view,
    );
  });
});

import { expect } from '@open-wc/testing';
import { arrived, dropArrival, takeArrival } from '../../src/session/arrival.js';

describe('The address of a page that a redirect returns to', () => {
  const own = location.href;
  const path = `${location.origin}${location.pathname}`;

  const open = (rest: string): string => {
    history.replaceState({ page: 7 }, '', path + rest);
    takeArrival();
    return location.href.slice(path.length);
  };

  afterEach(() => {
    dropArrival();
    history.replaceState(null, '', own);
  });

  for (const [rest, left] of [
    ['?code=1&state=ae-x', ''],
    ['?state=ae-x&error=access_denied&error_description=No&iss=https%3A%2F%2Fx', ''],
    ['#access_token=1&id_token=2&token_type=Bearer&expires_in=3600&state=ae-x', ''],
    ['?a=%20b&code=1&x&state=ae-x&y=1&y=2#part', '?a=%20b&x&y=1&y=2#part'],
    ['?q=1#state=ae-x&id_token=1&tab=2', '?q=1#tab=2'],
    ['?code=1&state=ae-x#state=ae-y&code=2', ''],
    ['?codec=av1&stateful&state=ae-x', '?codec=av1&stateful'],
  ] as const) {
    it(`keeps ${left || 'nothing'} of ${rest}`, () => {
      expect(open(rest)).to.equal(left);
      expect(arrived()?.address).to.equal(path + left);
      expect(history.state).to.deep.equal({ page: 7 });
    });
  }

  for (const rest of ['?code=1&state=xyz', '?code=1', '?state=xae-1&code=1', '#state=other&code=1', '?mystate=ae-1']) {
    it(`stays as it is with ${rest}, which another library has asked for`, () => {
      expect(open(rest)).to.equal(rest);
      expect(arrived()).to.equal(undefined);
    });
  }

  it('tells when there are two answers in it', () => {
    open('?code=1&state=ae-x#state=ae-y&code=2');
    expect(arrived()?.isDouble).to.equal(true);
    open('?code=1&state=ae-x#top');
    expect(arrived()).to.deep.equal({ parameters: 'code=1&state=ae-x', isDouble: false, address: `${path}#top` });
  });
});

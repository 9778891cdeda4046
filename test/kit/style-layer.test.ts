import { expect } from '@open-wc/testing';
import '../../src/define.js';
import { styleLayer } from '../../src/index.js';
import { stage } from '../support/stage.js';
import { Told } from '../support/told.js';
import { eventually } from '../support/user.js';

const background = (element: Element) => getComputedStyle(element).backgroundColor;

describe('With the style sheets of the forms in a layer,', () => {
  let told: Told;
  const sheet = new CSSStyleSheet();
  before(() => {
    told = new Told();
    sheet.replaceSync(`
      @layer base, components, utilities;
      @layer base { [data-auth]:not(_) { background-color: rgb(1, 2, 3) } }
      @layer utilities { .green { background-color: rgb(4, 5, 6) } }
      label { background-color: rgb(7, 8, 9) }`);
    document.adoptedStyleSheets.unshift(sheet);
    // Each file of tests is a page of its own: there is no element yet.
    styleLayer('2 columns');
    styleLayer('components');
  });
  after(() => {
    told.stop();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
  });

  it('later layers and rules in no layer win, earlier layers do not', async () => {
    const { element, user } = await stage();
    const field = await user.field('Username');
    const own = background(field);
    expect(own).not.to.equal('rgb(1, 2, 3)');
    field.classList.add('green');
    field.style.transition = 'none';
    expect(background(field)).to.equal('rgb(4, 5, 6)');
    const label = element.querySelector('label');
    expect(label && background(label)).to.equal('rgb(7, 8, 9)');
  });

  it('so is the sheet that is loaded later', async () => {
    const { user } = await stage({ restore: { name: 'signIn', notice: 'confirmed' } });
    const status = await eventually(
      () => document.querySelector('[data-auth=status]'),
      () => user.view,
    );
    await eventually(
      () => getComputedStyle(status).paddingTop !== '0px',
      () => 'The good news has no look.',
    );
    status.classList.add('green');
    expect(background(status)).to.equal('rgb(4, 5, 6)');
  });

  it('the console is told of a name that is none, and of a layer that comes too late', async () => {
    await stage();
    styleLayer('late');
    expect(await told.has('"2 columns" is not the name of a cascade layer')).to.equal(1);
    expect(await told.has("styleLayer('late') has no effect: call it before the first element")).to.equal(1);
    expect(told.lines).to.have.length(2);
  });
});

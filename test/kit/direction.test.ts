import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { Text } from '../../src/text/text.js';
import { delivery, ticket, user as person } from '../../src/testing/fake-client.js';
import { scripted } from '../support/stage.js';
import { User, eventually } from '../support/user.js';

const arabic = new Text('ar', {
  'sign-in.heading': 'تسجيل الدخول',
  'field.username': 'اسم المستخدم',
  'field.password': 'كلمة المرور',
  'signed-in.hello': 'مرحبا {name}!',
  'verify-contact.phone_number': 'أرسل رسالة إلى {destination}',
});

/** The direction in which the text of an element is written. */
const directionOf = (element: Element) => getComputedStyle(element).direction;

/** What a part of the page shows before the user, of which each text has its own direction. */
async function page(dir: 'ltr' | 'rtl', text?: Text, script: Parameters<typeof scripted>[0] = {}) {
  const { auth } = scripted(script);
  const element = await fixture<HTMLElement>(
    html`<main dir=${dir}>
      <auth-authenticator .auth=${auth} .text=${text}><p slot="header">…</p></auth-authenticator>
    </main>`,
  );
  return { element, user: new User(element) };
}

describe('The direction of what is said', () => {
  it('is that of its language, on pages of the other direction', async () => {
    for (const [around, text, heading, dir] of [
      ['rtl', undefined, 'Sign in', 'ltr'],
      ['ltr', arabic, 'تسجيل الدخول', 'rtl'],
    ] as const) {
      const { element, user } = await page(around, text);
      const shown = await user.heading(heading);
      expect(directionOf(shown), heading).to.equal(dir);
      for (const part of element.querySelectorAll('form, [slot=actions], label, [data-auth~=footer]')) {
        expect(directionOf(part), part.tagName).to.equal(dir);
      }
      expect(directionOf(element.querySelector('[slot=header]')!), 'what the page says').to.equal(around);
    }
  });

  it('is known from the language tag, and from the script where the language has two', () => {
    const tags = ['en', 'de-AT', 'ar', 'he', 'fa-IR', 'ur', 'pa', 'pa-PK', 'az-Arab', 'dv', 'ckb', 'und'];
    expect(tags.filter((tag) => new Text(tag, {}).dir === 'rtl')).to.deep.equal([
      'ar',
      'he',
      'fa-IR',
      'ur',
      'pa-PK',
      'az-Arab',
      'dv',
      'ckb',
    ]);
  });

  it('is from left to right in an identifier, a number and a code, wherever they are typed', async () => {
    const { user } = await page('rtl', arabic);
    const username = await user.field('اسم المستخدم');
    for (const value of ['+49 30 123456', 'jane@example.com', '123 456']) {
      username.value = value;
      expect(directionOf(username), value).to.equal('ltr');
    }
    username.value = 'فاطمة';
    expect(directionOf(username)).to.equal('rtl');
  });

  it('is from left to right in a number within a sentence', async () => {
    const contacts = [{ name: 'phone_number', destination: '+*******0199' }] as const;
    const { user } = await page('rtl', arabic, {
      restore: { name: 'verifyContact', contacts, remindIn: 30, user: person(), ticket: ticket() },
    });
    const button = await user.control('أرسل رسالة إلى \u2068+*******0199\u2069');
    const range = new Range();
    const text = await eventually(
      () => [...button.childNodes].find((node) => node.textContent?.includes('0199')),
      () => `No number in: ${button.textContent}`,
    );
    const at = text.textContent!.indexOf('+');
    const boxOf = (index: number) => {
      range.setStart(text, index);
      range.setEnd(text, index + 1);
      return range.getBoundingClientRect();
    };
    expect(boxOf(at).left, 'the plus is left of the last digit').to.be.lessThan(boxOf(at + 11).left);
  });

  it('is that of a destination, in a sentence about a code', async () => {
    const { user } = await page('rtl', arabic, {
      restore: {
        name: 'confirmSignIn',
        medium: 'sms',
        delivery: delivery({ medium: 'sms', destination: '+*******0199' }),
        ticket: ticket(),
      },
    });
    await user.reads('+*******0199');
  });

  it('adds no character to a sentence in a language that is written from left to right', () => {
    expect(new Text('en', { x: 'To {destination}' }).t('code.sent', { destination: '+1' })).not.to.match(
      /[\u2066-\u2069]/,
    );
  });
});

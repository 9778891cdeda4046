import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { modules } from '../../scripts/sources.mjs';

const ATTRIBUTES = 'href|src|srcset|srcdoc|action|formaction|poster|background|cite|data|ping|xlink:href';

/** Code that makes a value a URL that the browser follows or loads. lit does not check URLs. */
const SINKS: readonly RegExp[] = [
  // In a template: an attribute or a property.
  new RegExp(`[\\s.](${ATTRIBUTES})=(?:\\$\\{|"[^"]*\\$\\{|'[^']*\\$\\{)`, 'gi'),
  /\.(href|src|srcset|srcdoc|formAction|poster) =(?!=)/g,
  new RegExp(`setAttribute(?:NS)?\\([^)]*['"\`](${ATTRIBUTES})['"\`]`, 'gi'),
  /(?<!const )\b(location) =(?!=)/g,
  /\b(location\.(?:assign|replace)|window\.open|navigation\.navigate)\b/g,
  /\b(url)\(["']?\$\{/g,
];

const sinksIn = (code: string): readonly string[] =>
  SINKS.flatMap((sink) => [...code.matchAll(sink)].map(([, name = '']) => name));

/** Every occurrence, and why no URL of others gets there. */
const ALLOWED: Readonly<Record<string, string>> = {
  'client/federation/leave-page: location.assign':
    'Addresses of the configured domain: cognito/oauth/pages.ts writes both.',
  'elements/auth-totp-setup: href': 'otpauthUri() puts `otpauth:` in front, and encodes each part behind it.',
  'kit/provider-button: src': 'The icon of a provider: https, or of this origin.',
};

describe('A URL of others', () => {
  it('is used nowhere in the package', () => {
    const found = Object.entries(modules()).flatMap(([module, path]) =>
      sinksIn(readFileSync(path, 'utf8')).map((name) => `${module}: ${name}`),
    );
    assert.deepEqual(found.sort(), Object.keys(ALLOWED).sort());
  });

  for (const code of [
    'html`<a href=${url}>`',
    'html`<a class="x" href="${url}">`',
    "html`<img src='https://${host}/logo.svg'>`",
    'html`<img\n.src=${picture}>`',
    'svg`<use xlink:href=${icon}>`',
    'html`<button formaction=${url}>`',
    'image.src = picture;',
    "link.setAttribute('href', url);",
    "use.setAttributeNS(XLINK, 'xlink:href', url);",
    'location = url;',
    'window.location.href = url;',
    'location.assign(url);',
    'window.open(url);',
    'css`:host { background: url(${logo}) }`',
  ]) {
    it(`would be found in ${JSON.stringify(code)}: the control`, () => {
      assert.equal(sinksIn(code).length, 1);
    });
  }
});

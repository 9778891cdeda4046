/** Schemes that run a script, show what somebody else has written, or open something else than a page. */
const SCHEMES = [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'javascript://app.example.com/%0aalert(1)',
  'vbscript:msgbox(1)',
  'data:text/html,<script>alert(1)</script>',
  'data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg onload="alert(1)"/>',
  'blob:https://evil.example/7d4c0b6e',
  'filesystem:https://evil.example/temporary/x',
  'view-source:https://evil.example/',
  'file:///etc/passwd',
  'about:srcdoc',
  'ftp://evil.example/',
  'ws://evil.example/',
  'mailto:evil@evil.example',
  'intent://evil.example/#Intent;scheme=https;end',
  'http://evil.example/',
];

/** The good host, from which an address seems to be. */
const GOOD = 'app.example.com';

/** Ways to name another host. */
const HOSTS = [
  '//evil.example/',
  '///evil.example/',
  '\\\\evil.example\\',
  '/\\evil.example',
  '\\/evil.example',
  'https:evil.example',
  'https:/evil.example',
  'https:\\\\evil.example',
  'https://evil.example/',
  'https://evil.example:443/',
  `https://${GOOD}.evil.example/`,
  `https://evil.example/${GOOD}`,
  `https://evil.example?${GOOD}`,
  `https://evil.example#${GOOD}`,
  `https://evil.example\\${GOOD}`,
  `https://${GOOD}@evil.example/`,
  `https://${GOOD}:x@evil.example/`,
  `https://${GOOD}%40evil.example/`,
  `https://${GOOD}%2eevil.example/`,
  `https://evil.example%2f${GOOD}`,
  `https://evil。example/`,
  `https://ｅｖｉｌ.example/`,
  'https://xn--80ak6aa92e.com/',
  'https://localhost.evil.example/',
  'https://127.0.0.1.evil.example/',
  'http://0x7f000001/',
  'http://2130706433/',
  'http://[::ffff:127.0.0.1]/',
  'http://169.254.169.254/latest/meta-data/',
  `https://${GOOD}/#https://evil.example`,
  `https://${GOOD}/?next=https://evil.example`,
  `https://${GOOD}/..//evil.example`,
  `https://${GOOD}//evil.example`,
  '?//evil.example',
  '#//evil.example',
  '.evil.example',
  'evil.example',
  'evil.example/',
  'evil.example:443',
  'evil.example@',
];

/** What is put in front of them and behind them. */
const AROUND: readonly ((address: string) => string)[] = [
  (address) => address,
  (address) => ` ${address}`,
  (address) => `\t${address}\n`,
  (address) => `${address}\r\nLocation: https://evil.example/`,
  (address) => `\u200b${address}`,
];

/** Three hundred addresses to which nobody must be led. */
export const HOSTILE_ADDRESSES: readonly string[] = [...SCHEMES, ...HOSTS].flatMap((address) =>
  AROUND.map((around) => around(address)),
);

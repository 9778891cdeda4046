/** A script that sets the flag, which no text may do. */
const CALLS = ['pwned()', 'window.pwned()', 'globalThis["pwned"]()', 'Function("pwned()")()', 'setTimeout("pwned()")'];

/** Markup that calls a script. */
const MARKUP: readonly ((call: string) => string)[] = [
  (call) => `<script>${call}</script>`,
  (call) => `<script src="data:text/javascript,${call}"></script>`,
  (call) => `<img src=x onerror=${call}>`,
  (call) => `<img src='x' onerror='${call}'/>`,
  (call) => `<svg onload=${call}>`,
  (call) => `<svg><animate onbegin=${call} attributeName=x dur=1s>`,
  (call) => `<svg><script>${call}</script></svg>`,
  (call) => `<math><mtext><img src=x onerror=${call}></mtext></math>`,
  (call) => `<iframe srcdoc="<script>parent.${call}</script>"></iframe>`,
  (call) => `<iframe src="javascript:parent.${call}"></iframe>`,
  (call) => `<a href="javascript:${call}" autofocus onfocus=${call}>click</a>`,
  (call) => `<input autofocus onfocus=${call}>`,
  (call) => `<details open ontoggle=${call}>`,
  (call) => `<video><source onerror=${call}></video>`,
  (call) => `<body onload=${call}>`,
  (call) => `<template shadowrootmode=open><img src=x onerror=${call}></template>`,
  (call) => `<style>@import "x"; *{animation:x}</style><x style="animation-name:x" onanimationstart=${call}>`,
  (call) => `<form><button formaction="javascript:${call}">x</button></form>`,
  (call) => `<object data="javascript:${call}"></object>`,
  (call) => `<meta http-equiv=refresh content="0;url=javascript:${call}">`,
  (call) => `<base href="javascript:${call}//">`,
  (call) => `<link rel=stylesheet href="javascript:${call}">`,
  (call) => `javascript:${call}`,
  (call) => `data:text/html,<script>${call}</script>`,
];

/** Ways to break out of the surrounding markup. */
const AROUND: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `"${text}`,
  (text) => `'>${text}`,
  (text) => `"></bdi></p></form></template>${text}`,
  (text) => `--><!--${text}`,
  (text) => `]]>${text}`,
  (text) => `\${${text}}`,
  (text) => `{{constructor.constructor('${text}')()}}`,
  (text) => text.replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
  (text) => text.replaceAll('<', '\u003c').replaceAll('script', 'ScRiPt'),
];

/** Odd strings: bidirectional overrides, empty, template markers, placeholder names, very long. */
const ODD: readonly string[] = [
  '\u202egnirts a fo dne\u202c',
  '\u2066\u2067\u2068\u2069 isolates',
  'null\0byte',
  '\ud800 half a character',
  'Z\u0351\u036b\u0343\u0363'.repeat(40),
  '<!--?lit$123456789$-->',
  '<?lit$123456789$>',
  '{destination}{name}{count}{label}',
  '$& $1 $` $$',
  '%s %d %o',
  '__proto__',
  'constructor',
  '[object Object]',
  '<'.repeat(1_000),
  'x'.repeat(10_000),
  '🏴‍☠️'.repeat(200),
  '\r\n\t\v\f\u0085\u2028\u2029 lines',
  '&#x3c;img src=x onerror=pwned()&#x3e;',
  '%3Cscript%3Epwned()%3C/script%3E',
  '+ADw-script+AD4-pwned()+ADw-/script+AD4-',
];

/** More than a thousand hostile strings. */
export const HOSTILE: readonly string[] = [
  ...ODD,
  ...MARKUP.flatMap((markup) => CALLS.flatMap((call) => AROUND.map((around) => around(markup(call))))),
];

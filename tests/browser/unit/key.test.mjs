// The key of colours and signs: whatever two standings are drawn beside each other can be told apart, by those who see
// colours, by those who see fewer, in grey, and where the system has two colours only (design: theme §1.12, §5).
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const css = (name) => readFileSync(new URL(`../../../themes/mac-dinh/assets/css/${name}.css`, import.meta.url), 'utf8');
const KEY = css('phan/hinh');
const BASE = css('giao-dien');
const MARKS = ['dn', 'dl', 'pt', 'rn', 'ds', 'od', 'nb', 'ea', 'rp', 'ps', 'cx', 'co', 'ni'];

/** What is declared between the braces that `head` opens. */
function block(text, head) {
  const start = text.indexOf(head);
  assert.ok(start >= 0, `no ${head}`);
  let depth = 0;
  let at = text.indexOf('{', start);
  const from = at;
  do {
    depth += { '{': 1, '}': -1 }[text[at]] || 0;
    at += 1;
  } while (depth > 0);
  return text.slice(from + 1, at - 1);
}

const variables = (text) => new Map([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,8}|[A-Z]\w+);/g)].map(([, name, value]) => [name, value]));
const LIGHT = new Map([...variables(block(BASE, ':root')), ...variables(block(KEY, ':root'))]);
const SCHEMES = {
  light: LIGHT,
  dark: new Map([...LIGHT, ...variables(block(BASE, 'prefers-color-scheme: dark')), ...variables(block(KEY, 'prefers-color-scheme: dark'))]),
};
const FORCED = new Map([BASE, KEY].flatMap((text) => [...variables(block(text, 'forced-colors: active'))]));

/** Red, green and blue from 0 to 1, in linear light. */
function light(hex) {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : hex.slice(1).match(/../g);
  return digits.map((pair) => parseInt(pair, 16) / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
}

const luminance = ([r, g, b]) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** Contrast as WCAG 2.2 has it. */
function contrast(a, b) {
  const [dim, bright] = [luminance(light(a)), luminance(light(b))].sort((x, y) => x - y);
  return (bright + 0.05) / (dim + 0.05);
}

/** Machado, Oliveira and Fernandes 2009, full severity; and grey. */
const SIGHTS = {
  all: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
  grey: [[0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722], [0.2126, 0.7152, 0.0722]],
};

/** CIE L*a*b* of a colour as this sight has it. */
function lab(hex, sight) {
  const colour = light(hex);
  const [r, g, b] = SIGHTS[sight].map((row) => Math.min(1, Math.max(0, row.reduce((sum, part, i) => sum + part * colour[i], 0))));
  const f = (t) => (t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116);
  const [x, y, z] = [(0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047, 0.2126 * r + 0.7152 * g + 0.0722 * b, (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883].map(f);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const distance = (a, b, sight) => Math.hypot(...lab(a, sight).map((part, i) => part - lab(b, sight)[i]));

const rule = (mark) => block(KEY, `.${mark} { --fill`);
const drawn = (mark) => /--fill:([^;]+);/.exec(rule(mark))[1];

/** The two colours of a fill, in the order of [`GROUNDS`]; of a plain one the same twice. */
function colours(mark) {
  const names = new Set([...drawn(mark).matchAll(/var\(--([\w-]+)\)/g)].map(([, name]) => name));
  const [ink = 'bg'] = [...names].filter((name) => name !== 'bg' && (name !== 'late' || names.size < 2) && name !== 'rn-b');
  const [ground = ink] = [...names].filter((name) => name !== ink);
  assert.ok(names.size <= 2, `${mark} has more than two colours`);
  return { a: ink, b: ground };
}

/** How a fill is drawn, whatever its colours: the picture that is left where there are two. */
function shape(mark) {
  const { a, b } = colours(mark);
  const dashed = /border-style: dashed/.test(rule(mark)) ? ' dashed' : '';
  const named = (name) => (name === a && a !== 'bg' ? 'ink' : 'ground');
  return [a, b].reduce((text, name) => text.replaceAll(`(--${name})`, `(${named(name)})`), drawn(mark)) + dashed;
}

/** Which of a fill's two colours the number and the sign stand on; where nothing is said, on both. */
const GROUNDS = { dn: ['a', 'a'], dl: ['a', 'b'], pt: ['b', 'a'], od: ['a', 'a'], nb: ['b', 'b'], ni: ['b', 'b'], rp: ['b', 'b'] };
const grounds = (mark, at) => (GROUNDS[mark] ? [GROUNDS[mark][at]] : ['a', 'b']);
const ink = (mark, part) => (new RegExp(`--${part}: var\\(--([\\w-]+)\\)`).exec(rule(mark)) || [, 'text'])[1];

for (const [scheme, values] of Object.entries(SCHEMES)) {
  const of = (mark, part) => values.get('ab'.includes(part) ? colours(mark)[part] : ink(mark, part));

  test(`${scheme}: number and sign can be read on what they stand on`, () => {
    for (const mark of MARKS) {
      for (const [part, at] of [['t', 0], ['s', 1]]) {
        for (const ground of grounds(mark, at)) {
          const found = contrast(of(mark, part), of(mark, ground));
          assert.ok(found >= 4.5, `${mark}: ${part} on ${ground} has ${found.toFixed(2)}`);
        }
      }
    }
  });

  test(`${scheme}: the edge of a fill stands out from the page`, () => {
    for (const page of ['bg', 'surface']) assert.ok(contrast(values.get('muted'), values.get(page)) >= 3, page);
  });

  test(`${scheme}: the two colours of a fill differ for every sight`, () => {
    for (const mark of MARKS.filter((one) => !['dn', 'nb', 'ni'].includes(one))) {
      for (const sight of Object.keys(SIGHTS)) {
        const found = distance(of(mark, 'a'), of(mark, 'b'), sight);
        assert.ok(found >= 12, `${mark} for ${sight}: ${found.toFixed(1)}`);
      }
    }
  });

  test(`${scheme}: standings that stand side by side differ in the colour that covers them, or in their picture`, () => {
    const covered = ['dn', 'rn', 'od', 'ni'];
    for (const [i, mark] of covered.entries()) {
      for (const other of covered.slice(i + 1)) {
        for (const sight of Object.keys(SIGHTS)) {
          const found = distance(of(mark, 'a'), of(other, 'a'), sight);
          assert.ok(found >= 14, `${mark} and ${other} for ${sight}: ${found.toFixed(1)}`);
        }
      }
    }
  });
}

test('no two standings are drawn alike, even with two colours', () => {
  const shapes = new Map(MARKS.map((mark) => [shape(mark), mark]));
  assert.equal(shapes.size, MARKS.length, [...shapes.keys()].join('\n'));
});

test('with two colours each number and sign stands on the other one', () => {
  for (const mark of MARKS) {
    const { a, b } = colours(mark);
    assert.ok(a === b || FORCED.get(a) !== FORCED.get(b), `${mark}: its picture`);
    const ground = (at) => FORCED.get({ a, b }[grounds(mark, at)[0]]);
    const isMixed = !GROUNDS[mark];
    assert.ok(isMixed || FORCED.get(ink(mark, 't')) !== ground(0), `${mark}: number`);
    assert.ok(isMixed || FORCED.get(ink(mark, 's')) !== ground(1), `${mark}: sign`);
    if (isMixed) assert.match(block(KEY, 'forced-colors: active'), new RegExp(`\\.${mark}\\b[^{]*\\{ text-shadow`), `${mark}: a ground of its own`);
  }
});

test('a square and a tag of one standing have one sign', () => {
  const tone = { dn: 'done', dl: 'done-late', pt: 'partial', rn: 'running', ds: 'due-soon', od: 'overdue', nb: 'not-begun', ea: 'ended-awaiting', rp: 'reported', ps: 'paused', cx: 'cancelled', co: 'carried-over', ni: 'no-information' };
  const signs = new Set();
  for (const mark of MARKS) {
    const [, square] = new RegExp(`\\.f \\.${mark}::after \\{ content: "([^"]+)"`).exec(KEY) || [];
    const [, tag] = new RegExp(`\\.tag\\.${tone[mark]}::before \\{ content: "([^"]+)"`).exec(BASE) || [];
    assert.ok(square, `${mark} has no sign`);
    assert.equal(square, tag, mark);
    signs.add(square);
  }
  assert.equal(signs.size, MARKS.length, 'each sign is of one standing');
});

// axe finds nothing on any kind of page: light and dark, phone and desk. Also what axe does not
// look at: one h1, landmarks, a language, the size of targets, tables that stay tables as cards.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { DESK, PHONE } from '../lib/test.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const VIEWS = [
  { name: 'light 360', viewport: PHONE, colorScheme: 'light' },
  { name: 'dark 360', viewport: PHONE, colorScheme: 'dark' },
  { name: 'light 1280', viewport: DESK, colorScheme: 'light' },
  { name: 'dark 1280', viewport: DESK, colorScheme: 'dark' },
];
const ALL = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };
/** All that the dark scheme can change. */
const COLOURS = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** What axe finds on the page as it stands: one sentence a rule. */
export async function violations(page, asked = ALL) {
  await page.evaluate(axe);
  const found = await page.evaluate((only) => globalThis.axe.run(document, {
    runOnly: only, rules: only.type === 'tag' ? { 'target-size': { enabled: true } } : {}, resultTypes: ['violations'],
  }).then(({ violations }) => violations.map(({ id, help, nodes }) => ({
    id, help, nodes: nodes.map(({ target, failureSummary }) => ({ target: target.join(' '), failureSummary })),
  }))), asked);
  return found.map(({ id, help, nodes }) => ({
    id,
    text: `${id}: ${help}; ${nodes.length} places, first ${nodes[0].target}`,
    todo: nodes[0].failureSummary.split('\n').slice(1, 3).join(' ').trim(),
  }));
}

/** What the frame of every page promises. */
export function frame(page) {
  return page.evaluate(() => {
    const faults = [];
    const count = (selector) => document.querySelectorAll(selector).length;
    const embedded = count('header') === 0; // a fragment for portals has no frame
    if (document.documentElement.lang !== 'vi') faults.push('the page does not say lang="vi"');
    if (count('h1') !== 1) faults.push(`${count('h1')} h1 instead of one`);
    if (count('main') !== 1) faults.push(`${count('main')} main instead of one`);
    if (!document.title.trim()) faults.push('no title');
    if (!embedded && count('body > header, header.masthead') !== 1) faults.push('no header, or several');
    if (!embedded && count('footer') !== 1) faults.push('no footer, or several');
    const names = [...document.querySelectorAll('nav')].map((nav) => nav.ariaLabel || document.getElementById(nav.getAttribute('aria-labelledby'))?.textContent.trim());
    if (names.some((name) => !name)) faults.push('a nav without a name');
    if (new Set(names).size < names.length) faults.push(`two nav of one name: ${names.join(', ')}`);
    return faults;
  });
}

/** Targets: 44 px high controls, 24 px for other links that are no part of a sentence (axe checks their spacing). */
export function smallTargets(page) {
  return page.evaluate(() => [...document.querySelectorAll('button, select, summary, input:not([type=hidden])')]
    .filter((element) => element.checkVisibility() && element.getBoundingClientRect().height > 0)
    .map((element) => [element, element.getBoundingClientRect()])
    .filter(([, { width, height }]) => width < 44 - 0.5 || height < 44 - 0.5)
    .map(([element, { width, height }]) => `${element.localName} “${(element.textContent || element.name).trim().slice(0, 30)}” ${Math.round(width)}×${Math.round(height)}`));
}

export default async function accessibility(t) {
  const seen = new Set();
  for (const site of t.sites.filter(({ name, base }) => base === '/' || name === 'song-lam')) {
    for (const { kind, page: path } of site.samples()) {
      // Kinds that the first site showed in all views are looked at in two on the second.
      const views = seen.has(kind) ? [VIEWS[0], VIEWS[3]] : VIEWS;
      seen.add(kind);
      for (const { name, ...options } of views) {
        const where = `${site.name} ${path} [${name}]`;
        const page = await t.visit(site.url(path), options);
        for (const { text, todo } of await violations(page, options.colorScheme === 'dark' ? COLOURS : ALL)) t.fail(where, text, todo);
        t.checks += 1;
        if (options.colorScheme === 'light') {
          for (const fault of await frame(page)) t.fail(where, fault, 'mend base.html or the template of this page');
        }
        if (options.viewport === PHONE && options.colorScheme === 'light') {
          const small = await smallTargets(page);
          t.check(small.length === 0, where, `controls below 44 px: ${small.slice(0, 4).join('; ')}`, 'min-height and min-width 2.75rem in giao-dien.css');
          await tablesStay(t, page, where);
        }
      }
    }
  }
}

/** Tables that CSS turns into cards must still be tables for a screen reader. */
async function tablesStay(t, page, where) {
  const tables = await page.locator('table:visible').count();
  if (tables === 0) return;
  const read = await page.getByRole('table').count();
  t.check(read === tables, where, `${tables} tables, but a screen reader meets ${read}`, 'keep table semantics where display is changed');
}

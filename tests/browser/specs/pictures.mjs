// Pictures: each svg has its words beside it, says what it shows or is left out by screen readers,
// and can be read without colour: in forced colours, on paper, in grey.
import { DESK, PHONE } from '../lib/test.mjs';

/** What is wrong with the pictures of a page, seen as it is set now. */
export function faults(page, forced) {
  return page.evaluate((inForced) => {
    const found = [];
    const say = (svg, text) => found.push(`${svg.getAttribute('class') || 'svg'} no. ${[...document.querySelectorAll('main svg')].indexOf(svg) + 1}: ${text}`);
    // A bar is a line of boxes that are drawn by the key: it has a name, and a legend names each fill.
    for (const bar of document.querySelectorAll('main .bar, main .lane')) {
      if (!bar.checkVisibility()) continue;
      if (bar.getAttribute('role') !== 'img' || !bar.ariaLabel) found.push('a bar without a name');
      const fills = [...bar.querySelectorAll('svg[class][width]:not(.period, .over)')].map((part) => part.classList[0]);
      const told = new Set([...document.querySelectorAll('main .legend .swatch')].map((swatch) => swatch.classList[1]));
      const lacking = fills.filter((fill) => !told.has(fill));
      if (lacking.length) found.push(`the legend does not name ${lacking}`);
    }
    for (const fill of document.querySelectorAll('main .swatch, main .f a, main .bar > svg')) {
      const { borderTopWidth, borderTopStyle } = getComputedStyle(fill);
      if (inForced && (borderTopStyle === 'none' || parseFloat(borderTopWidth) < 1)) { found.push(`a ${fill.getAttribute('class')} fill has no border in forced colours`); break; }
    }
    for (const square of document.querySelectorAll('main .f a')) {
      const sign = getComputedStyle(square, '::after').content.replace(/["\s/]/g, '');
      if (!sign || sign === 'none') { found.push(`a square ${square.className} without a sign`); break; }
      if (!/\p{L}/u.test(square.title)) { found.push(`square ${square.textContent} does not say its name`); break; }
    }
    for (const svg of document.querySelectorAll('main svg:not(svg svg)')) {
      if (!svg.checkVisibility()) continue;
      const drawing = svg.closest('[role="img"], [aria-hidden="true"]');
      if (drawing && drawing !== svg) continue;
      const marks = [...svg.querySelectorAll('rect, path, circle, line')].filter((mark) => { const { width, height } = mark.getBoundingClientRect(); return width > 0.5 || height > 0.5; });
      const name = svg.ariaLabel || [...(svg.getAttribute('aria-labelledby') || '').split(' ')].map((id) => document.getElementById(id)?.textContent || '').join(' ').trim() || svg.querySelector(':scope > title')?.textContent;
      const silent = svg.ariaHidden === 'true';
      if (!silent && !(svg.getAttribute('role') === 'img' && name)) say(svg, 'neither role="img" with a name nor aria-hidden');
      // Beside it: a table, a legend, a list of facts, or the row of the table it stands in.
      const around = svg.closest('figure, tr, li, article, section') || svg.parentElement;
      const row = svg.closest('tr, li');
      const beside = around.querySelector('table, .legend, dl') || (row && /\d/.test(row.textContent)) || document.querySelector('main table');
      if (!beside) say(svg, 'no table or legend beside it');
      const figure = svg.closest('figure');
      if (figure && !figure.querySelector('figcaption') && !figure.ariaLabel && !figure.getAttribute('aria-labelledby')) say(svg, 'its figure has no caption');
      // Every tone of the picture is named by a word near it.
      const tones = new Set(marks.map((mark) => mark.getAttribute('class')?.split(' ')[0]).filter(Boolean));
      const legend = around.querySelector('.legend') || document.querySelector('main .legend');
      if (tones.size > 1 && legend) {
        const told = new Set([...around.querySelectorAll('.swatch')].map((swatch) => [...swatch.classList].find((one) => one !== 'swatch')));
        const lacking = [...tones].filter((tone) => told.size && !told.has(tone));
        if (lacking.length) say(svg, `the legend does not name ${lacking}`);
        for (const item of around.querySelectorAll('.legend li')) if (!/\p{L}/u.test(item.textContent)) say(svg, 'a legend entry without a word');
      }
      for (const mark of marks) {
        const { stroke, strokeWidth, fill } = getComputedStyle(mark);
        if (inForced && mark.localName === 'rect' && mark.matches('[class]:not(.mark)') && (stroke === 'none' || parseFloat(strokeWidth) < 1 || stroke === fill)) { say(svg, `a ${mark.getAttribute('class')} bar has no border in forced colours`); break; }
      }
      for (const text of svg.querySelectorAll('text')) if (parseFloat(getComputedStyle(text).fontSize) < 12) { say(svg, 'text below 12 px'); break; }
    }
    for (const tag of document.querySelectorAll('main .tag, main .cell')) if (!/\p{L}|\d/u.test(tag.textContent)) found.push('a tag or cell without a word');
    if (inForced) for (const tag of document.querySelectorAll('main .tag')) if (tag.checkVisibility() && (getComputedStyle(tag).borderTopStyle === 'none' || parseFloat(getComputedStyle(tag).borderTopWidth) < 1)) { found.push('a tag has no border in forced colours'); break; }
    return found;
  }, forced);
}

const VIEWS = [
  { name: 'light', options: { viewport: DESK } },
  { name: 'forced colours', options: { viewport: PHONE, forcedColors: 'active' }, forced: true },
];

export default async function pictures(t) {
  let seen = 0;
  for (const site of t.sites.filter(({ base }) => base === '/')) {
    for (const { page: path } of site.samples(true)) {
      if (!/<svg\b/.test(site.read(path)) && !/class=("[^"]*\btag\b|tag)/.test(site.read(path))) continue;
      for (const { name, options, forced } of VIEWS) {
        const page = await t.visit(site.url(path), options);
        seen += await page.locator('main svg').count();
        t.checks += 1;
        for (const fault of new Set(await faults(page, forced))) t.fail(`${site.name} ${path} [${name}]`, fault, 'see design: theme §1.5, §1.12');
        if (!forced) await paper(t, page, `${site.name} ${path}`);
      }
    }
  }
  t.check(seen > 0, 'pictures', 'no svg on any page', '');
}

/** On paper a picture keeps its marks apart: they are drawn, not painted as grounds. */
async function paper(t, page, where) {
  await page.emulateMedia({ media: 'print' });
  const lost = await page.locator('main svg:not(.key, svg svg, [role="img"] svg, [aria-hidden="true"] svg)').evaluateAll((all) => all.filter((svg) => svg.checkVisibility() && svg.getBoundingClientRect().width < 20).length);
  t.check(lost === 0, `${where} [paper]`, `${lost} pictures shrink to nothing`, '');
  await page.emulateMedia({ media: null });
}

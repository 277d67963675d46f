// On paper: A4, a sane number of sheets, none of them blank, no navigation or controls; the plan's
// text under its letterhead in the manner of official documents (design: theme §7).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const A4 = [595, 842];
const SHEETS = [
  { ending: '/toan-van.html', most: 20, kind: 'text' },
  { ending: /ke-hoach\/[^/]+\/index\.html$/, most: 3, kind: 'plan' },
  { ending: /nhiem-vu\/(?!index)[^/]+\.html$/, most: 5, kind: 'task' },
  { ending: '/nhiem-vu/index.html', most: 12, kind: 'tasks' },
  { ending: '/con-so.html', most: 8, kind: 'numbers' },
  { ending: '/bao-cao/index.html', most: 8, kind: 'reports' },
  { ending: 'du-lieu/index.html', most: 30, kind: 'data' },
];

/** The size in points of every sheet of a PDF, portrait or landscape alike. */
export function sheets(pdf) {
  return [...pdf.toString('latin1').matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)]
    .map(([, width, height]) => [Number(width), Number(height)].sort((a, b) => a - b));
}

function texts(pdf) {
  const folder = mkdtempSync(path.join(tmpdir(), 'congkhai-in-'));
  try {
    writeFileSync(path.join(folder, 'page.pdf'), pdf);
    return execFileSync('pdftotext', [path.join(folder, 'page.pdf'), '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export default async function print(t) {
  const reads = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext'].some(existsSync);
  if (!reads) t.note('pdftotext is missing (package poppler-utils): the words on paper were not read');
  for (const site of t.sites.filter(({ base }) => base === '/')) {
    for (const { ending, most, kind } of SHEETS) {
      const matching = site.pages.filter((page) => (typeof ending === 'string' ? page.endsWith(ending) : ending.test(page))).sort((a, b) => site.size(b) - site.size(a));
      for (const name of matching.slice(0, 1)) {
        const where = `${site.name} ${name} [paper]`;
        const page = await t.visit(site.url(name), {});
        const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: false });
        const sizes = sheets(pdf);
        t.check(sizes.length > 0 && sizes.every(([short, long]) => Math.abs(short - A4[0]) <= 1 && Math.abs(long - A4[1]) <= 1), where, `sheets of ${sizes[0]} points`, '@page { size: A4 }');
        t.check(sizes.length <= most, where, `${sizes.length} sheets`, `at most ${most}`);
        t.note(`${where}: ${sizes.length} sheets`);
        await screen(t, page, where, kind);
        await fits(t, page, where);
        if (reads) words(t, texts(pdf), where, kind);
      }
    }
  }
}

/** What print CSS must hide and show. */
async function screen(t, page, where, kind) {
  await page.emulateMedia({ media: 'print' });
  const controls = await page.locator('nav:visible, button:visible, select:visible, input:visible, form:visible, .skip a:visible').evaluateAll((elements) => elements.map((element) => `${element.localName} ${element.className}`));
  t.check(controls.length === 0, where, `on paper stand ${[...new Set(controls)].join(', ')}`, 'display: none in @media print');
  const folded = await page.locator('details:not([open])').evaluateAll((all) => all.filter((details) => details.checkVisibility() && !details.closest('.data-table') && [...details.children].slice(1).some((child) => !child.checkVisibility() && getComputedStyle(child).display !== 'none')).length);
  t.check(folded === 0, where, `${folded} folded details stay folded`, '::details-content in @media print');
  const dark = await page.evaluate(() => getComputedStyle(document.body).color);
  t.check(dark === 'rgb(0, 0, 0)', where, `text is ${dark}`, 'black on paper');
  const tags = await page.locator('.tag:visible').evaluateAll((all) => all.filter((tag) => parseFloat(getComputedStyle(tag).borderTopWidth) < 1 || getComputedStyle(tag).borderTopStyle === 'none').length);
  t.check(tags === 0, where, `${tags} tags without a border, grounds may not print`, '');
  if (kind === 'text') {
    t.check(await page.locator('.van-ban .tag:visible').count() === 0, where, 'standings stand in the text of the document', 'display: none in @media print');
    t.check(await page.locator('.letterhead').isVisible() && !await page.locator('.masthead').isVisible(), where, 'the letterhead must stand, the masthead must not', '');
    const left = await page.evaluate(() => getComputedStyle(document.body).fontFamily);
    t.check(/Times/.test(left), where, `printed in ${left}`, 'a serif face');
  }
  await page.emulateMedia({ media: null });
}

/** Nothing reaches over the sheet: the browser would make all of it smaller, or cut it. */
async function fits(t, page, where) {
  const width = Math.floor((210 - 30 - 15) / 25.4 * 96);
  await page.emulateMedia({ media: 'print' });
  await page.setViewportSize({ width, height: 900 });
  const wide = await page.evaluate((most) => [...document.querySelectorAll('main *')].filter((one) => one.checkVisibility() && !one.closest('svg, .run') && one.getBoundingClientRect().right > most + 1).map((one) => `${one.localName}.${one.className}`), width);
  t.check(wide.length === 0, where, `wider than the sheet: ${[...new Set(wide)].slice(0, 3).join(', ')}`, 'let cells wrap in @media print');
  await page.emulateMedia({ media: null });
}

function words(t, pages, where, kind) {
  t.check(pages.every((page) => page.trim().length > 20), where, `a sheet is blank: ${pages.map((page) => page.trim().length).join(', ')} characters`, 'look for a forced break');
  // An appendix begins a sheet of its own, as in the document.
  const isEnd = (at) => /^\s*(\d+\s+)?PHỤ LỤC/u.test(pages[at + 1]);
  const thin = pages.slice(0, -1).findIndex((page, at) => page.trim().length < 300 && !isEnd(at));
  t.check(thin < 0, where, `sheet ${thin + 1} of ${pages.length} is nearly empty`, 'what follows it may not break: break-inside: auto for figures longer than a sheet');
  const first = pages[0].replace(/\s+/g, ' ');
  if (kind === 'text') {
    for (const part of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'KẾ HOẠCH']) t.check(first.includes(part), where, `the first sheet lacks “${part}”`, 'the letterhead comes first');
    if (pages.length > 1) t.check(/^\s*2\s*\n/.test(pages[1]), where, `the second sheet begins “${pages[1].trim().slice(0, 20)}”`, 'its number, centred above');
    t.check(!/^\s*1\s*\n/.test(pages[0]), where, 'the first sheet has a number', 'none on the first');
  }
  t.check(pages.join(' ').replace(/\s+/g, ' ').includes('Số liệu đến'), where, 'the data date is not on paper', 'in the foot');
}

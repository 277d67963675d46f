// Nothing runs over the edge or is cut off, at 320, 360 and 1280 px, with text of 200 % (as the
// browser's own setting does it, so that widths in rem follow) and at 200 % zoom; nothing moves
// while a page loads, and nothing but the line that just comes in where it loads over a slow line.
import { DESK, PHONE } from '../lib/test.mjs';

const VIEWS = [
  { name: '320', viewport: { width: 320, height: 640 } },
  { name: '360', viewport: PHONE },
  { name: '1280', viewport: DESK },
  // A context of its own: the size of text stays with it.
  { name: '360, text 200 %', viewport: PHONE, reducedMotion: 'reduce', large: true },
  { name: '1280, text 200 %', viewport: DESK, reducedMotion: 'reduce', large: true },
  { name: '1280, zoom 200 %', viewport: { width: DESK.width / 2, height: DESK.height / 2 }, deviceScaleFactor: 2 },
];

const SLOW = [
  { name: '360, slow line', viewport: PHONE },
  { name: '1280, slow line', viewport: DESK },
];

/** What a line shifts that grows by the last words that come into it; a row that moves shifts more. */
export const GROWTH = 0.0015;

/** Elements that reach over the page's edge, and texts that their box cuts off. */
export function overflow(page) {
  return page.evaluate(() => {
    const faults = [];
    const root = document.scrollingElement;
    const name = (element) => `${element.localName}${element.className && typeof element.className === 'string' ? `.${element.className.split(' ').join('.')}` : ''} “${element.textContent.trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
    const scrolls = (element) => element.closest('.scroller, .outline, pre') || ['auto', 'scroll'].includes(getComputedStyle(element.parentElement || element).overflowX);
    if (root.scrollWidth > root.clientWidth) {
      const wide = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1 && element.checkVisibility() && !scrolls(element));
      const inner = wide.find((element) => !wide.some((other) => other !== element && element.contains(other))) || document.body;
      faults.push(`the page is ${root.scrollWidth} px wide in ${root.clientWidth} px; ${name(inner)}`);
    }
    for (const element of document.body.querySelectorAll('*')) {
      const { overflowX, overflowY, position, clipPath } = getComputedStyle(element);
      // What only screen readers meet is a pixel in size.
      if (element.closest('thead') && getComputedStyle(element.closest('thead')).clipPath !== 'none') continue;
      if (![overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip') || position === 'absolute' || clipPath !== 'none' || element.closest('svg')) continue;
      if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) faults.push(`text is cut off in ${name(element)}`);
    }
    return faults;
  });
}

/** The layout shifts since the page began, after everything has come to rest. */
function shifts(page) {
  return page.evaluate(() => new Promise((done) => {
    const values = [];
    new PerformanceObserver((list) => values.push(...list.getEntries().map(({ value }) => value))).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(values), 30)));
  }));
}

/**
 * The largest of these shifts, each judged by itself: a busy machine paints in the middle of a text, and lines that
 * grow add up.
 */
export async function shift(page) {
  return Math.max(0, ...(await shifts(page)));
}

/**
 * The largest shift of a page that comes over a slow line. The parts of a page are cut at the same bytes each time, and a
 * busy browser paints in the midst of a part besides: what moves in one visit out of three is a word that it cut.
 */
export async function slowShift(t, site, url, options) {
  let least = Infinity;
  for (let visit = 0; visit < 3 && least >= GROWTH; visit += 1) {
    site.server.line.slow = true;
    const page = await t.visit(url, options);
    site.server.line.slow = false;
    least = Math.min(least, await shift(page));
  }
  return least;
}

/** How many screens of a phone a page may take: the answer, the picture, where to go. */
const LONGEST = [
  { page: /^index\.html$/, screens: 3, when: (site) => site.pages.filter((page) => /^ke-hoach\/[^/]+\/index\.html$/.test(page)).length === 1 },
  { page: /^ke-hoach\/111-kh-ubnd-2015\/index\.html$/, screens: 6, when: () => true },
  { page: /^ke-hoach\/[^/]+\/index\.html$/, screens: 7, when: () => true },
];

/** The pages that answer first are short, and the squares of up to 30 tasks stand on one screen. */
async function lengths(t, site) {
  for (const { page: pattern, screens, when } of LONGEST) {
    for (const path of when(site) ? site.pages.filter((page) => pattern.test(page)) : []) {
      const page = await t.visit(site.url(path), { viewport: PHONE });
      const where = `${site.name} ${path} [360]`;
      const long = (await page.evaluate(() => document.scrollingElement.scrollHeight)) / PHONE.height;
      t.note(`${where}: ${long.toFixed(1)} screens`);
      t.check(long <= screens, where, `${long.toFixed(1)} screens of ${PHONE.height} px`, `at most ${screens}: move parts to pages of their own`);
      const squares = await page.locator('.f a').evaluateAll((all) => all.map((one) => one.getBoundingClientRect()).map(({ top, bottom, left, right }) => ({ top, bottom, left, right })));
      if (squares.length === 0 || squares.length > 30) continue;
      const tall = Math.max(...squares.map(({ bottom }) => bottom)) - Math.min(...squares.map(({ top }) => top));
      t.check(tall <= PHONE.height && squares.every(({ left, right }) => left >= 0 && right <= PHONE.width), where, `${squares.length} squares take ${Math.round(tall)} px`, 'all of them on one screen');
    }
  }
}

export default async function layout(t) {
  const seen = new Set();
  for (const site of t.sites.filter(({ base }) => base === '/')) await lengths(t, site);
  for (const site of t.sites.filter(({ base }) => base === '/')) {
    for (const { name, large, ...options } of VIEWS) {
      if (large) await enlarge(await t.page(options));
      for (const { kind, page: path } of site.samples(name === '320')) {
        // Kinds that one site showed enlarged are not enlarged again on the next.
        if (name.includes('200 %')) {
          if (seen.has(`${name} ${kind}`)) continue;
          seen.add(`${name} ${kind}`);
        }
        const where = `${site.name} ${path} [${name}]`;
        const page = await t.visit(site.url(path), options);
        const moved = await shift(page);
        t.check(moved < GROWTH, where, `layout shift ${moved.toFixed(4)} at load`, 'reserve the space; hide controls by CSS, not by script');
        const faults = await overflow(page);
        t.checks += 1;
        for (const fault of faults.slice(0, 3)) t.fail(where, fault, 'let it wrap (min-width: 0, overflow-wrap) or scroll in .scroller');
      }
    }
    for (const { name, ...options } of SLOW) {
      for (const { page: path } of site.samples()) {
        const moved = await slowShift(t, site, site.url(path), options);
        t.check(moved < GROWTH, `${site.name} ${path} [${name}]`, `layout shift ${moved.toFixed(4)} as parts come in`, 'set widths in the head of a table, heights on what comes late');
      }
    }
  }
}

/** Sets the browser's own size of text to twice the usual. */
async function enlarge(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

// Nothing runs over the edge or is cut off, at 320, 360 and 1280 px, with text of 200 % (as the
// browser's own setting does it, so that widths in rem follow) and at 200 % zoom; nothing moves
// while a page loads, though it comes over a slow line.
import { DESK, PHONE } from '../lib/test.mjs';

const VIEWS = [
  { name: '320', viewport: { width: 320, height: 640 } },
  { name: '360', viewport: PHONE, slow: true },
  { name: '1280', viewport: DESK, slow: true },
  // A context of its own: the size of text stays with it.
  { name: '360, text 200 %', viewport: PHONE, reducedMotion: 'reduce', large: true },
  { name: '1280, text 200 %', viewport: DESK, reducedMotion: 'reduce', large: true },
  { name: '1280, zoom 200 %', viewport: { width: DESK.width / 2, height: DESK.height / 2 }, deviceScaleFactor: 2 },
];

/**
 * The shift of one line that grows by the last words that come into it; a row that moves is more. A browser paints
 * where it likes while a page comes in, the more often the busier it is: such lines are no fault of the page.
 */
const GROWTH = 0.0015;

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

/** The largest of the layout shifts since the page began, after everything has come to rest. */
export function shift(page) {
  return page.evaluate(() => new Promise((done) => {
    let most = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { most = Math.max(most, value); })).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(most), 30)));
  }));
}

export default async function layout(t) {
  const seen = new Set();
  for (const site of t.sites.filter(({ base }) => base === '/')) {
    for (const { name, large, slow = false, ...options } of VIEWS) {
      if (large) await enlarge(await t.page(options));
      for (const { kind, page: path } of site.samples(name === '320')) {
        // Kinds that one site showed enlarged are not enlarged again on the next.
        if (name.includes('200 %')) {
          if (seen.has(`${name} ${kind}`)) continue;
          seen.add(`${name} ${kind}`);
        }
        const where = `${site.name} ${path} [${name}]`;
        site.server.line.slow = slow;
        const page = await t.visit(site.url(path), options);
        const moved = await shift(page);
        t.check(moved < GROWTH, where, `layout shift ${moved.toFixed(4)} at load`, 'reserve the space; hide controls by CSS, not by script');
        const faults = await overflow(page);
        t.checks += 1;
        for (const fault of faults.slice(0, 3)) t.fail(where, fault, 'let it wrap (min-width: 0, overflow-wrap) or scroll in .scroller');
      }
    }
  }
}

/** Sets the browser's own size of text to twice the usual. */
async function enlarge(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setFontSizes', { fontSizes: { standard: 32, fixed: 26 } });
}

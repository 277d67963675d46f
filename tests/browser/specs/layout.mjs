// Nothing runs over the edge or is cut off, at 320, 360 and 1280 px and with 200 % text; nothing
// moves while a page loads.
import { DESK, PHONE } from '../lib/test.mjs';

const VIEWS = [
  { name: '320', viewport: { width: 320, height: 640 } },
  { name: '360', viewport: PHONE },
  { name: '1280', viewport: DESK },
  { name: '360, text 200 %', viewport: PHONE, large: true },
  { name: '1280, text 200 %', viewport: DESK, large: true },
];

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
      if (![overflowX, overflowY].some((value) => value === 'hidden' || value === 'clip') || position === 'absolute' || clipPath !== 'none' || element.closest('svg')) continue;
      if (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) faults.push(`text is cut off in ${name(element)}`);
    }
    return faults;
  });
}

/** The sum of layout shifts since the page began, after everything has come to rest. */
export function shift(page) {
  return page.evaluate(() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { sum += value; })).observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum), 30)));
  }));
}

export default async function layout(t) {
  for (const site of t.sites.filter(({ base }) => base === '/')) {
    for (const { name, large, ...options } of VIEWS) {
      for (const { page: path } of site.samples(name === '320')) {
        const where = `${site.name} ${path} [${name}]`;
        const page = await t.visit(site.url(path), options);
        const moved = large ? 0 : await shift(page);
        t.check(moved === 0, where, `layout shift ${moved.toFixed(4)} at load`, 'reserve the space; hide controls by CSS, not by script');
        if (large) await page.evaluate(() => { document.documentElement.style.fontSize = '200%'; });
        const faults = await overflow(page);
        t.checks += 1;
        for (const fault of faults.slice(0, 3)) t.fail(where, fault, 'let it wrap (min-width: 0, overflow-wrap) or scroll in .scroller');
      }
    }
  }
}

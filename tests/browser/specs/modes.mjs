// Every page opens without complaint at /, under a base path and from a folder (file://); every
// link of every page leads to a file and an element that exist.
import { PHONE, complaints } from '../lib/test.mjs';

/** Links of the page within the site that lead nowhere. */
export function deadLinks(site, path, cache = new Map()) {
  const ids = (page) => {
    if (!cache.has(page)) cache.set(page, new Set([...site.read(page).matchAll(/\sid=(?:"([^"]*)"|([^\s>]+))/g)].map(([, a, b]) => a ?? b)));
    return cache.get(page);
  };
  const faults = [];
  const here = new URL(path, 'http://site/');
  const prefix = path === '404.html' ? site.base : '/';
  for (const [, a, b] of site.read(path).matchAll(/\s(?:href|src)=(?:"([^"]*)"|([^\s>]+))/g)) {
    const href = (a ?? b).replaceAll('&amp;', '&');
    if (/^[a-z]+:/i.test(href)) continue;
    const url = new URL(href, here);
    const target = decodeURIComponent(url.pathname).slice(href.startsWith('/') ? prefix.length : 1);
    if (target === '' && path === '404.html') continue;
    const file = target === '' || target.endsWith('/') ? `${target}index.html` : target;
    if (!site.fileSet.has(file)) faults.push(`link to ${href}: no such file`);
    else if (!href.startsWith('#') && target.endsWith('/')) faults.push(`link to ${href}: a folder, which file:// does not open`);
    else if (url.hash.length > 1 && file.endsWith('.html') && !ids(file).has(decodeURIComponent(url.hash.slice(1)))) faults.push(`link to ${href}: no such place on that page`);
  }
  return faults;
}

async function opens(t, site, url, where) {
  const page = await t.visit(url, { viewport: PHONE });
  for (const what of complaints(page, site)) t.fail(where, what, 'no console message, no CSP violation, no request that fails or leaves');
  const styled = await page.evaluate(() => getComputedStyle(document.body).marginTop === '0px' && document.styleSheets.length > 0);
  t.check(styled, where, 'the stylesheet did not load', 'see the href of link rel=stylesheet');
}

export default async function modes(t) {
  for (const site of t.sites) {
    const cache = new Map();
    site.fileSet = new Set(site.files);
    for (const page of site.pages) {
      t.checks += 1;
      for (const fault of new Set(deadLinks(site, page, cache))) t.fail(`${site.name} ${page}`, fault, 'mend the link or what it names');
    }
    // At the root every page; under a base path and from the folder every kind.
    const pages = site.base === '/' ? site.pages : site.samples(true).map(({ page }) => page);
    for (const page of pages) await opens(t, site, site.url(page), `${site.name} ${page} [http]`);
    for (const { page } of site.samples(true)) {
      // 404.html alone knows the base path: it is made for a server.
      if (page !== '404.html') await opens(t, site, site.fileUrl(page), `${site.name} ${page} [file]`);
    }
    const lost = await t.page({ viewport: PHONE });
    lost.heard.length = 0;
    await lost.goto(site.url('khong/co/trang-nay.html'));
    const home = lost.getByRole('main').getByRole('link').first();
    t.check(await home.isVisible(), `${site.name} [404]`, 'the page for lost readers does not come', 'see 404.html');
    const styled = await lost.evaluate(() => getComputedStyle(document.body).marginTop === '0px');
    t.check(styled, `${site.name} [404]`, 'the page for lost readers has no style at depth', 'its addresses must begin with the base path');
  }
}

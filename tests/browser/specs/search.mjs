// The search page over the built index: the table of queries, and how the page behaves.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { PHONE, complaints } from '../lib/test.mjs';
import { searching } from '../unit/script.mjs';

const { queries } = JSON.parse(readFileSync(new URL('../queries.json', import.meta.url), 'utf8'));
const EMPTY = /^$/;

/** Types a query and waits until the page has told its count. */
export async function ask(page, query) {
  await page.evaluate(() => { document.getElementById('dem-ket-qua').textContent = '…'; });
  await page.locator('#q').fill(query);
  await page.locator('#q').press('Enter');
  await page.waitForFunction(() => document.getElementById('dem-ket-qua').textContent !== '…');
  return page.evaluate(() => ({
    says: document.getElementById('dem-ket-qua').textContent,
    kinds: [...document.querySelectorAll('#ket-qua .kinds button')].map((button) => ({
      name: button.textContent.replace(/ \(.*/, ''),
      count: button.textContent.replace(/[^]*\((.*)\)/, '$1'),
      pressed: button.getAttribute('aria-pressed'),
    })),
    hits: [...document.querySelectorAll('#ket-qua .results > li')].map((item) => ({
      href: item.querySelector('a').getAttribute('href'),
      label: item.querySelector('a').textContent,
      kind: item.dataset.kind,
      tag: item.querySelector('.tag')?.textContent,
      marks: [...item.querySelectorAll('mark')].map((mark) => mark.textContent),
    })),
  }));
}

/** Opens the list until every hit stands there. */
async function more(page) {
  for (let i = 0; i < 20; i += 1) {
    const button = page.locator('#ket-qua .more:visible').first();
    if (!await button.count()) return;
    await button.click();
  }
}

async function table(t, page, site) {
  for (const { q, nfd, why, found: expected, first, top = {}, has = [], hasNot = [], kinds = [], marked, none, near, empty, ask: asks, says } of queries) {
    const where = `${site.name} “${q}”${nfd ? ' (NFD)' : ''}`;
    const check = (value, what) => t.check(value, where, `${why}: ${what}`, 'see tim-kiem.js and the index, or queries.json');
    const answer = await ask(page, nfd ? q.normalize('NFD') : q);
    const { hits } = answer;
    const hrefs = () => page.locator('#ket-qua .results a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    if (none) check(hits.length === 0 && answer.says.startsWith('Không có kết quả nào cho'), `finds ${hits.length}, says “${answer.says}”`);
    else if (near) check(hits.length > 0 && answer.says.startsWith('Không có trang nào có đủ các chữ của'), `finds ${hits.length}, says “${answer.says}”`);
    else if (empty) check(hits.length === 0 && EMPTY.test(answer.says), `finds ${hits.length}, says “${answer.says}”`);
    else if (asks) check(hits.length === 0 && /hai chữ/.test(answer.says), `says “${answer.says}”`);
    else check(hits.length > 0, `finds nothing, says “${answer.says}”`);
    if (says) check(answer.says.includes(says), `says “${answer.says}”`);
    const three = hits.slice(0, 3).map(({ href }) => href);
    if (expected) check(three.some((href) => expected.some((one) => href.includes(one))), `the first are ${three.join(', ')}, none of ${expected.join(', ')}`);
    if (first) check(three[0]?.endsWith(first), `first is ${three[0]}, not ${first}`);
    if (marked) check(hits.some(({ marks }) => marks.some((mark) => mark.toLowerCase() === marked.toLowerCase())), `“${marked}” is not marked; first marks: ${hits[0]?.marks.join(' | ')}`);
    if (Object.keys(top).length || has.length || hasNot.length || kinds.length) {
      await more(page);
      const all = await hrefs();
      const kindOf = await page.locator('#ket-qua .results > li').evaluateAll((items) => items.map((item) => item.dataset.kind));
      for (const [kind, href] of Object.entries(top)) {
        const hit = all[kindOf.indexOf(kind)];
        check(hit?.endsWith(href), `first of ${kind} is ${hit}, not ${href}`);
      }
      for (const kind of kinds) check(kindOf.includes(kind), `nothing of the kind ${kind}`);
      for (const href of has) check(all.some((one) => one.endsWith(href)), `${href} is not found`);
      for (const href of hasNot) check(!all.some((one) => one.endsWith(href)), `${href} is found`);
    }
  }
}

/** Every hit leads to a page of the site. */
function targets(t, site) {
  const files = new Map();
  vm.runInNewContext(site.read('tim-kiem/chi-muc.js'), { congkhaiTimKiem: (name, data) => files.set(name, data) });
  const { docs = [] } = files.get('chi-muc');
  for (const [, label, , href] of docs) {
    if (/^https?:/.test(href)) continue;
    const [page, fragment] = href.split('#');
    const exists = site.files.includes(page);
    const has = !fragment || (exists && new RegExp(`\\bid=["']?${fragment.replace(/[.]/g, '\\.')}["'\\s>]`).test(site.read(page)));
    t.check(exists && has, `${site.name} tim-kiem/chi-muc.js`, `“${label}” leads to ${href}, which is not there`, 'see src/search/pages.rs');
  }
}

async function counts(t, page, site) {
  const where = `${site.name} tim-kiem.html`;
  const { says, kinds, hits } = await ask(page, 'ứng dụng');
  const [all, ...others] = kinds;
  const total = others.reduce((sum, { count }) => sum + Number(count), 0);
  t.check(says === `${total} kết quả cho “ứng dụng”` && all.name === 'Tất cả' && Number(all.count) === total, where, `says “${says}”, the button ${all.count}, its kinds ${total}`, 'count once');
  t.check(all.pressed === 'true' && others.every(({ pressed }) => pressed === 'false'), where, 'a kind is chosen before anyone chose', 'aria-pressed');
  t.check(hits.length <= 20, where, 'the list shows more than 20 at once', 'first of small()');
  await more(page);
  const shown = await page.locator('#ket-qua .results > li').count();
  t.check(shown === total, where, `says ${total}, ${shown} are shown`, '');
  for (const { name, count } of others) {
    await page.getByRole('button', { name: new RegExp(`^${name} `) }).click();
    await more(page);
    const own = await page.locator('#ket-qua .results > li').evaluateAll((items) => items.map((item) => item.dataset.kind));
    t.check(own.length === Number(count) && own.every((kind) => kind === name), where, `${name}: the button says ${count}, ${own.length} are shown`, '');
  }
  await page.getByRole('button', { name: /^Nhiệm vụ / }).click();
  await page.waitForFunction(() => [...document.querySelectorAll('#ket-qua .results > li')].every((item) => item.querySelector('.tag')), undefined, { timeout: 2000 })
    .catch(() => t.fail(where, 'a task is shown without its standing', ''));
  // The standing of a result is that of its page.
  const link = page.locator('#ket-qua .results li').first();
  const [tag, href] = [await link.locator('.tag').textContent(), await link.locator('a').getAttribute('href')];
  const other = await t.visit(site.url(href), { viewport: PHONE, colorScheme: 'dark' });
  const real = await other.locator('main .state .tag').first().textContent();
  t.check(tag === real, where, `standing “${tag}”, on the page of the task “${real}”`, '');
}

async function address(t, site) {
  const where = `${site.name} tim-kiem.html?q=`;
  const page = await t.visit(`${site.url('tim-kiem.html')}?q=${encodeURIComponent('chữ ký số')}`, { viewport: PHONE });
  await page.locator('#ket-qua .results li').first().waitFor();
  t.check(await page.locator('#q').inputValue() === 'chữ ký số', where, 'the box does not hold the query of the address', '');
  t.check(!await page.locator('#a-z').isVisible(), where, 'the list from A to Z stands beside results', '');
  const history = await page.evaluate(() => window.history.length);
  await page.locator('#q').fill('');
  await page.locator('#q').pressSequentially('PPP', { delay: 20 });
  await page.waitForURL(/q=PPP$/);
  t.check(await page.evaluate(() => window.history.length) === history, where, 'typing adds steps to the history', 'replaceState');
  await page.evaluate(() => { window.stays = true; });
  await page.locator('#q').press('Enter');
  await page.waitForTimeout(100);
  t.check(await page.evaluate(() => window.stays === true), where, 'Enter loads the page again', 'preventDefault on submit');
  await page.locator('#ket-qua .results a').first().click();
  await page.waitForURL((url) => !url.pathname.endsWith('tim-kiem.html'));
  await page.goBack();
  await page.locator('#ket-qua .results li').first().waitFor();
  t.check(await page.locator('#q').inputValue() === 'PPP', where, 'going back loses the query', 'read the address at load');
  await page.locator('#q').fill('');
  await page.waitForURL((url) => !url.search);
  t.check(await page.locator('#a-z').isVisible(), where, 'an empty box does not give the list from A to Z back', '');
  for (const what of complaints(page, site)) t.fail(where, what, '');
}

async function spoken(t, site) {
  const where = `${site.name} tim-kiem.html [status]`;
  const page = await t.visit(site.url('tim-kiem.html'), { viewport: PHONE });
  const status = page.getByRole('status').first();
  t.check(await status.count() === 1 && await status.textContent() === '', where, 'the status is missing or not empty at load', '<p id="dem-ket-qua" role="status"></p>');
  await page.evaluate(() => {
    // Time stands still until the test lets the typing rest, so that a slow machine is no pause.
    const waiting = new Map();
    let last = 0;
    window.setTimeout = (run) => { last += 1; waiting.set(last, run); return last; };
    window.clearTimeout = (which) => waiting.delete(which);
    window.rest = () => { for (const [which, run] of waiting) { waiting.delete(which); run(); } };
    window.said = [];
    new MutationObserver(() => window.said.push(document.getElementById('dem-ket-qua').textContent)).observe(document.getElementById('dem-ket-qua'), { childList: true, characterData: true, subtree: true });
  });
  await page.locator('#q').pressSequentially('chu ky so');
  await page.locator('#ket-qua .results li').first().waitFor();
  t.check(await page.evaluate(() => window.said.length) === 0, where, 'said while the typing goes on', 'once, after the typing rests');
  await page.evaluate(() => window.rest());
  await page.waitForFunction(() => window.said.length > 0);
  const said = await page.evaluate(() => window.said);
  t.check(said.length === 1 && said[0].includes('“chu ky so”'), where, `said ${said.length} times: ${said.join(' / ')}`, 'once, after the typing rests');
}

async function keys(t, site) {
  const where = `${site.name} tim-kiem.html [keys]`;
  const page = await t.visit(site.url('tim-kiem.html'), { viewport: PHONE });
  await ask(page, 'ung dung');
  const focused = () => page.evaluate(() => document.activeElement.id || [...document.querySelectorAll('#ket-qua a, #ket-qua .more')].indexOf(document.activeElement));
  await page.locator('#q').focus();
  const steps = [];
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp']) {
    await page.keyboard.press(key);
    steps.push(await focused());
  }
  t.check(steps.join() === '0,1,2,1,0,q', where, `the arrows go ${steps.join(' → ')}`, 'box → first → second → third and back to the box');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => !url.pathname.endsWith('tim-kiem.html'));
  t.check(true, where, '');
}

/** The box on every page is a plain form that leads to the search page. */
async function boxes(t, site) {
  for (const { page: path } of site.samples()) {
    if (/(^|\/)(404|nhung|tim-kiem)\.html$/.test(path)) continue;
    const page = await t.visit(site.url(path), { viewport: PHONE, javaScriptEnabled: false });
    const form = page.locator('form[role=search], search form').first();
    if (!t.check(await form.count() === 1, `${site.name} ${path}`, 'no search box', 'slots/header.html')) continue;
    const target = await form.evaluate((element) => ({ action: element.action, method: element.method, name: element.querySelector('input')?.name, labelled: element.querySelector('input')?.labels?.length > 0 || Boolean(element.querySelector('input')?.ariaLabel) }));
    t.check(target.action === site.url('tim-kiem.html') && target.method === 'get' && target.name === 'q' && target.labelled, `${site.name} ${path}`, `the search box leads to ${target.action} (${target.method}, ${target.name}, label ${target.labelled})`, 'a plain GET form to tim-kiem.html with a labelled q');
  }
}

/** The index of a large site finds what its documents hold: the build cuts words as the script does. */
async function agrees(t, site) {
  const { small, large: sharded, read, search: find, mended } = searching();
  const files = new Map();
  const load = async (name) => {
    if (!files.has(name)) vm.runInNewContext(site.read(`tim-kiem/${name}.js`), { congkhaiTimKiem: (key, data) => files.set(key, data) });
    return files.get(name);
  };
  const main = await load('chi-muc');
  if (!t.check(main.terms && main.starts, 'large', 'the index is not in shards', 'more documents')) return;
  const chunks = site.files.filter((file) => /^tim-kiem\/d\d+\.js$/.test(file)).length;
  const docs = (await Promise.all(Array.from({ length: chunks }, (_, k) => load(`d${k}`)))).flat();
  const [whole, parts] = [small({ docs }), sharded(main, load)];
  let same = 0;
  for (const { q } of queries.slice(0, 80)) {
    const asked = read(q);
    if (!asked.words.length || asked.short) continue;
    const [one, other] = [await find(asked, main, whole, mended), await find(asked, main, parts, mended)];
    // Where lists were cut, what is shown first may stand elsewhere.
    if (other.partial) continue;
    same += 1;
    t.check(JSON.stringify(one.numbers) === JSON.stringify(other.numbers), `large “${q}”`, `the shards find ${other.total}, the documents hold ${one.total}, or in another order`, 'cut words alike in src/search/words.rs and tim-kiem.js');
  }
  t.check(same > 10, 'large', `only ${same} queries could be compared`, '');
}

export default async function search(t) {
  const site = t.site('thanh-hoa') || t.sites[0];
  if (!t.check(site.pages.includes('tim-kiem.html'), site.name, 'no page tim-kiem.html', 'build it')) return;
  t.check(queries.length >= 150, 'queries.json', `${queries.length} queries`, 'at least 150');
  const page = await t.visit(site.url('tim-kiem.html'));
  await table(t, page, site);
  await counts(t, page, site);
  for (const what of complaints(page, site)) t.fail(`${site.name} tim-kiem.html`, what, '');
  await spoken(t, site);
  await keys(t, site);
  await address(t, site);
  await boxes(t, site);
  for (const each of t.sites) targets(t, each);
  if (t.large) await agrees(t, t.large);
  // The index also loads from a folder and under a base path.
  for (const other of t.sites) {
    for (const url of other === site ? [other.fileUrl('tim-kiem.html')] : [other.url('tim-kiem.html'), other.fileUrl('tim-kiem.html')]) {
      const opened = await t.visit(url, { viewport: PHONE });
      const { hits } = await ask(opened, 'so');
      const where = `${other.name} ${url.slice(0, 4)}`;
      if (!t.check(hits.length > 0, where, 'search finds nothing', 'script elements, relative addresses')) continue;
      await opened.locator('#ket-qua .results a').first().click();
      await opened.waitForLoadState();
      t.check(await opened.locator('h1').first().isVisible(), where, 'a result leads nowhere', 'see data-goc');
      for (const what of complaints(opened, other)) t.fail(where, what, '');
    }
  }
}

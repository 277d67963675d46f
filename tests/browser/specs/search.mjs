// The search page over the built index: the table of queries, and how the page behaves.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { PHONE, complaints } from '../lib/test.mjs';
import { run } from '../unit/script.mjs';

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
    groups: [...document.querySelectorAll('#ket-qua section')].map((section) => ({
      kind: section.querySelector('h2').textContent.replace(/ \(.*/, ''),
      count: section.querySelector('h2').textContent.replace(/[^]*\((.*)\)/, '$1'),
      hits: [...section.querySelectorAll('.results > li')].map((item) => ({
        href: item.querySelector('a').getAttribute('href'),
        label: item.querySelector('a').textContent,
        tag: item.querySelector('.tag')?.textContent,
        marks: [...item.querySelectorAll('mark')].map((mark) => mark.textContent),
      })),
    })),
  }));
}

/** Opens groups until every hit stands there. */
async function more(page) {
  for (let i = 0; i < 20; i += 1) {
    const button = page.locator('#ket-qua button:visible').first();
    if (!await button.count()) return;
    await button.click();
  }
}

async function table(t, page, site) {
  for (const { q, nfd, why, first, top = {}, has = [], hasNot = [], kinds = [], marked, none, empty, ask: asks, says } of queries) {
    const where = `${site.name} “${q}”${nfd ? ' (NFD)' : ''}`;
    const check = (value, what) => t.check(value, where, `${why}: ${what}`, 'see tim-kiem.js and the index, or queries.json');
    const answer = await ask(page, nfd ? q.normalize('NFD') : q);
    const found = answer.groups.flatMap(({ hits }) => hits);
    if (none) check(found.length === 0 && answer.says.startsWith('Không có kết quả nào cho'), `finds ${found.length}, says “${answer.says}”`);
    else if (empty) check(found.length === 0 && EMPTY.test(answer.says), `finds ${found.length}, says “${answer.says}”`);
    else if (asks) check(found.length === 0 && /hai chữ/.test(answer.says), `says “${answer.says}”`);
    else check(found.length > 0 && /kết quả cho “/.test(answer.says), `finds nothing, says “${answer.says}”`);
    if (says) check(answer.says.includes(says), `says “${answer.says}”`);
    if (first) check(found[0]?.href.endsWith(first), `first is ${found[0]?.href}, not ${first}`);
    if (marked) check(found.some(({ marks }) => marks.some((mark) => mark.toLowerCase() === marked.toLowerCase())), `“${marked}” is not marked; first marks: ${found[0]?.marks.join(' | ')}`);
    for (const [kind, href] of Object.entries(top)) {
      const hit = answer.groups.find((group) => group.kind === kind)?.hits[0];
      check(hit?.href.endsWith(href), `first of ${kind} is ${hit?.href}, not ${href}`);
    }
    for (const kind of kinds) check(answer.groups.some((group) => group.kind === kind), `no group ${kind}`);
    if (has.length || hasNot.length) {
      await more(page);
      const hrefs = await page.locator('#ket-qua .results a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
      for (const href of has) check(hrefs.some((one) => one.endsWith(href)), `${href} is not found`);
      for (const href of hasNot) check(!hrefs.some((one) => one.endsWith(href)), `${href} is found`);
    }
  }
}

async function counts(t, page, site) {
  const where = `${site.name} tim-kiem.html`;
  const { says, groups } = await ask(page, 'ứng dụng');
  const total = groups.reduce((sum, { count }) => sum + Number(count), 0);
  t.check(says === `${total} kết quả cho “ứng dụng”`, where, `says “${says}” over groups of ${total}`, 'count once');
  t.check(groups.every(({ hits }) => hits.length <= 20), where, 'a group shows more than 20 at once', 'first of small()');
  await more(page);
  for (const { kind, count } of groups) {
    const shown = await page.locator('#ket-qua section').filter({ has: page.getByRole('heading', { name: new RegExp(`^${kind} `) }) }).locator('.results > li').count();
    t.check(shown === Number(count), where, `${kind}: heading says ${count}, ${shown} are shown`, '');
  }
  const order = ['Nhiệm vụ', 'Điểm của văn bản', 'Cơ quan', 'Văn bản', 'Thuật ngữ'].filter((kind) => groups.some((group) => group.kind === kind));
  t.check(order.join() === groups.map(({ kind }) => kind).join(), where, `groups stand as ${groups.map(({ kind }) => kind)}`, 'in the order of kinds');
  const tasks = groups.find(({ kind }) => kind === 'Nhiệm vụ').hits;
  t.check(tasks.length > 0 && tasks.every(({ tag }) => tag), where, 'a task is shown without its standing', '');
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
  const focused = () => page.evaluate(() => document.activeElement.id || [...document.querySelectorAll('#ket-qua a, #ket-qua button')].indexOf(document.activeElement));
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
  const { small, large: sharded, read, search: find } = run('tim-kiem.js').congkhaiTimKiem;
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
  for (const { q } of queries) {
    const asked = read(q);
    if (!asked.words.length || asked.short) continue;
    const [one, other] = [await find(asked, main.synonyms, whole), await find(asked, main.synonyms, parts)];
    const same = other.partial ? other.total <= one.total : JSON.stringify(one.groups) === JSON.stringify(other.groups);
    t.check(same, `large “${q}”`, `the shards find ${other.total}, the documents hold ${one.total}, or in another order`, 'cut words alike in src/search/words.rs and tim-kiem.js');
  }
}

export default async function search(t) {
  const site = t.site('thanh-hoa') || t.sites[0];
  if (!t.check(site.pages.includes('tim-kiem.html'), site.name, 'no page tim-kiem.html', 'build it')) return;
  t.check(queries.length >= 60, 'queries.json', `${queries.length} queries`, 'at least 60');
  const page = await t.visit(site.url('tim-kiem.html'));
  await table(t, page, site);
  await counts(t, page, site);
  for (const what of complaints(page, site)) t.fail(`${site.name} tim-kiem.html`, what, '');
  await spoken(t, site);
  await keys(t, site);
  await address(t, site);
  await boxes(t, site);
  if (t.large) await agrees(t, t.large);
  // The index also loads from a folder and under a base path.
  for (const other of t.sites) {
    for (const url of other === site ? [other.fileUrl('tim-kiem.html')] : [other.url('tim-kiem.html'), other.fileUrl('tim-kiem.html')]) {
      const opened = await t.visit(url, { viewport: PHONE });
      const { groups } = await ask(opened, 'so');
      const where = `${other.name} ${url.slice(0, 4)}`;
      if (!t.check(groups.length > 0, where, 'search finds nothing', 'script elements, relative addresses')) continue;
      await opened.locator('#ket-qua .results a').first().click();
      await opened.waitForLoadState();
      t.check(await opened.locator('h1').first().isVisible(), where, 'a result leads nowhere', 'see data-goc');
      for (const what of complaints(opened, other)) t.fail(where, what, '');
    }
  }
}

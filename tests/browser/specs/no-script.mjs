// With JavaScript off: all content is there, no dead control is to be seen, ready lists can be
// reached, the search page offers its list from A to Z.
import { PHONE } from '../lib/test.mjs';

/** Controls to be seen that do nothing without a script. */
export function deadControls(page) {
  return page.locator('button:visible, select:visible').evaluateAll((controls) => controls
    .filter((control) => !control.form || !control.form.getAttribute('action') || control.type !== 'submit')
    .map((control) => control.outerHTML.slice(0, 60)));
}

/** Content that waits for a script to be seen. */
export function hiddenContent(page) {
  return page.locator('main [hidden]').evaluateAll((elements) => elements
    .filter(({ id }) => id !== 'trong').map((element) => element.outerHTML.slice(0, 60)));
}

export default async function noScript(t) {
  const options = { viewport: PHONE, javaScriptEnabled: false };
  for (const site of t.sites.filter(({ base }) => base === '/')) {
    for (const { kind, page: path } of site.samples()) {
      const where = `${site.name} ${path} [no script]`;
      const page = await t.visit(site.url(path), options);
      const dead = await deadControls(page);
      t.check(dead.length === 0, where, `controls that do nothing without a script: ${dead.join(', ')}`, 'hide them under @media (scripting: none)');
      const hidden = await hiddenContent(page);
      t.check(hidden.length === 0, where, `content hidden until a script shows it: ${hidden.join(', ')}`, 'let the script hide it instead');
      t.check((await page.locator('main').innerText()).trim().length > 40, where, 'the page is empty without a script', '');
      if (kind === 'ke-hoach/*/nhiem-vu/index.html') await lists(t, page, site, where);
      if (kind === 'tim-kiem.html') await ready(t, page, where);
    }
  }
}

/** The whole table stands there, with links to the ready lists. */
async function lists(t, page, site, where) {
  const tasks = site.pages.filter((path) => /\/nhiem-vu\/(?!index)[^/]+$/.test(path) && path.startsWith(new URL(page.url()).pathname.slice(1).replace('nhiem-vu/index.html', '')));
  const rows = await page.locator('#bang-nhiem-vu tbody tr:not(.group):visible').count();
  t.check(rows === tasks.length, where, `${rows} rows for ${tasks.length} tasks`, 'the table must be whole without a script');
  const links = await page.locator('main a[href*="danh-sach/"]').count();
  t.check(links >= 4, where, `${links} links to ready lists`, 'link the lists overdue, due soon, no information, done, by agency, by group');
}

async function ready(t, page, where) {
  const links = await page.locator('#a-z a:visible').allInnerTexts();
  t.check(links.length > 20, where, `the list from A to Z has ${links.length} links`, 'it must hold what the index holds');
  const order = await page.evaluate(() => {
    const key = new Intl.Collator('vi');
    const bad = [];
    for (const list of document.querySelectorAll('#a-z ul, #a-z ol')) {
      // Names only: a place in brackets follows them, and signs before them do not count.
      const texts = [...list.children].map((item) => (item.querySelector('a') || item).textContent.trim().replace(/ \([^()]*\)$/, '').replace(/^[^\p{L}\p{N}]+/u, ''));
      texts.forEach((text, i) => { if (i && key.compare(texts[i - 1], text) > 0) bad.push(`${texts[i - 1]} > ${text}`); });
    }
    return bad;
  });
  t.check(order.length === 0, where, `not in Vietnamese order: ${order.slice(0, 3).join('; ')}`, 'sort by the site\'s collation');
}

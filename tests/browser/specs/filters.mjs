// The filters of the task table: each alone, together, with order, address, reset, and no hit.
import { DESK, PHONE, complaints } from '../lib/test.mjs';

const ROW = '#bang-nhiem-vu tbody tr:not(.group)';

const state = (page) => page.evaluate((selector) => ({
  says: document.getElementById('dem').textContent,
  shown: [...document.querySelectorAll(selector)].filter((row) => row.checkVisibility()).map((row) => ({
    ...row.dataset, nhom: row.closest('tbody').dataset.nhom, name: row.querySelector('a').textContent,
  })),
  all: document.querySelectorAll(selector).length,
  groups: [...document.querySelectorAll('#bang-nhiem-vu tr.group')].filter((row) => row.checkVisibility()).length,
  empty: document.getElementById('trong').checkVisibility(),
}), ROW);

const has = (list, one) => (list || '').split(' ').includes(one);

/** What a row must be for a choice; written anew, so that the script is not judged by itself. */
const RULES = {
  'tinh-trang': (row, value) => row.tinhTrang === value,
  nhom: (row, value) => row.nhom === value,
  'co-quan': (row, value) => has(row.chuTri, value) || has(row.phoiHop, value),
  nam: (row, value) => row.tu <= value && value <= row.den,
  'minh-chung': (row, value) => row.minhChung === value,
};

async function each(t, page, where) {
  const before = await state(page);
  t.check(before.says === `Hiển thị ${before.all} trong ${before.all} nhiệm vụ` && before.shown.length === before.all, where, `says “${before.says}” over ${before.shown.length} rows`, 'the page itself must count');
  for (const name of ['tinh-trang', 'nhom', 'co-quan', 'nam', 'minh-chung']) {
    const select = page.locator(`#loc select[name="${name}"]`);
    if (!t.check(await select.count() === 1, where, `no filter ${name}`, 'see the contract of loc.js')) continue;
    t.check(await select.evaluate((element) => element.labels.length > 0 || Boolean(element.ariaLabel)), where, `the filter ${name} has no label`, '');
    const values = await select.locator('option').evaluateAll((options) => options.map(({ value }) => value).filter(Boolean));
    for (const value of values) {
      await select.selectOption(value);
      const now = await state(page);
      const expected = before.shown.filter((row) => RULES[name](row, value));
      t.check(now.shown.map((row) => row.name).join() === expected.map((row) => row.name).join(), where, `${name}=${value} shows ${now.shown.length} rows, ${expected.length} answer it`, '');
      t.check(now.says === `Hiển thị ${expected.length} trong ${before.all} nhiệm vụ`, where, `${name}=${value} says “${now.says}”`, '');
      t.check(expected.length > 0, where, `the choice ${name}=${value} shows nothing`, 'list only what exists');
      t.check(now.groups === new Set(expected.map((row) => row.nhom)).size, where, `${name}=${value}: ${now.groups} group rows`, 'a group without tasks hides its row');
      t.check(new URL(page.url()).searchParams.get(name) === value, where, `${name}=${value} does not stand in the address`, '');
    }
    await select.selectOption('');
    t.check(!new URL(page.url()).searchParams.has(name), where, `${name} stays in the address`, '');
  }
}

async function together(t, page, where) {
  const { shown: all } = await state(page);
  // A choice of two that some rows answer, and one that none does.
  const row = all.find(({ phoiHop }) => phoiHop) || all[0];
  const agency = (row.phoiHop || row.chuTri).split(' ')[0];
  await page.locator('[name="co-quan"]').selectOption(agency);
  for (const [role, key] of [['chu-tri', 'chuTri'], ['phoi-hop', 'phoiHop']]) {
    await page.locator('[name="vai"]').selectOption(role);
    const now = await state(page);
    const expected = all.filter((one) => has(one[key], agency));
    t.check(now.shown.length === expected.length, where, `${agency} as ${role}: ${now.shown.length} rows, ${expected.length} answer it`, '');
  }
  await page.locator('[name="nhom"]').selectOption(row.nhom);
  const both = await state(page);
  const expected = all.filter((one) => has(one.phoiHop, agency) && one.nhom === row.nhom);
  t.check(both.shown.length === expected.length, where, `filters together show ${both.shown.length}, ${expected.length} answer them`, '');
  // The address brings the same rows back.
  await page.reload();
  const again = await state(page);
  t.check(again.says === both.says && again.shown.length === both.shown.length, where, `the address gives “${again.says}”, before “${both.says}”`, 'restore at load');
  await page.getByRole('button', { name: 'Bỏ bộ lọc' }).first().click();
  await page.waitForFunction(() => !location.search);
  t.check((await state(page)).shown.length === all.length, where, 'reset leaves rows hidden', '');
}

async function order(t, page, where) {
  const { shown: all } = await state(page);
  const check = async (value, key, sign) => {
    await page.locator('[name="sap-xep"]').selectOption(value);
    const { shown, groups } = await state(page);
    const dates = shown.map((row) => row[key]).filter(Boolean);
    const lacking = shown.map((row) => !row[key]);
    t.check(shown.length === all.length && groups === 0, where, `${value}: ${shown.length} rows, ${groups} group rows`, 'one order, without groups');
    t.check(dates.every((date, i) => !i || (date === dates[i - 1] ? true : (date > dates[i - 1]) === (sign > 0))), where, `${value}: not in order`, '');
    t.check(lacking.lastIndexOf(false) < (lacking.indexOf(true) < 0 ? Infinity : lacking.indexOf(true)), where, `${value}: rows without a date are not last`, '');
  };
  await check('han', 'han', 1);
  await check('cap-nhat', 'capNhat', -1);
  await page.locator('[name="tinh-trang"]').selectOption({ index: 1 });
  await page.locator('[name="tinh-trang"]').selectOption('');
  await page.locator('[name="sap-xep"]').selectOption('');
  const { shown, groups } = await state(page);
  t.check(shown.map(({ name }) => name).join() === all.map(({ name }) => name).join() && groups > 0, where, 'the order by number does not come back', '');
}

async function nothing(t, page, where) {
  const { shown: all } = await state(page);
  const values = (name) => page.locator(`[name="${name}"] option`).evaluateAll((options) => options.map(({ value }) => value).filter(Boolean));
  const [groups, years, standings] = [await values('nhom'), await values('nam'), await values('tinh-trang')];
  const lack = groups.flatMap((nhom) => years.flatMap((nam) => standings.map((standing) => ({ nhom, nam, standing }))))
    .find(({ nhom, nam, standing }) => !all.some((row) => row.nhom === nhom && RULES.nam(row, nam) && row.tinhTrang === standing));
  if (!lack) return;
  await page.locator('[name="nhom"]').selectOption(lack.nhom);
  await page.locator('[name="nam"]').selectOption(lack.nam);
  await page.locator('[name="tinh-trang"]').selectOption(lack.standing);
  const now = await state(page);
  t.check(now.empty && now.says === `Hiển thị 0 trong ${all.length} nhiệm vụ`, where, `no hit: says “${now.says}”, offer to clear ${now.empty ? 'shown' : 'hidden'}`, '#trong');
  await page.locator('#trong button').click();
  await page.waitForFunction(() => !location.search);
  const after = await state(page);
  t.check(after.shown.length === all.length && !after.empty, where, 'the offer to clear does not clear', '');
  t.check(await page.evaluate(() => document.activeElement.localName === 'select'), where, 'the focus is lost with the button', 'focus the first filter');
}

/** One change, one announcement; unknown values of the address are left out. */
async function spoken(t, page, site, path, where) {
  await page.goto(`${site.url(path)}?nhom=khong-co&nam=1`);
  const odd = await state(page);
  t.check(odd.shown.length === odd.all, where, 'a value that is no choice hides rows', '');
  t.check(await page.locator('#dem').getAttribute('role') === 'status', where, 'the count has no role=status', '');
  await page.evaluate(() => {
    window.said = 0;
    new MutationObserver(() => { window.said += 1; }).observe(document.getElementById('dem'), { childList: true, characterData: true, subtree: true });
  });
  await page.locator('[name="nhom"]').selectOption({ index: 1 });
  await page.waitForTimeout(50);
  const said = await page.evaluate(() => window.said);
  t.check(said <= 1, where, `the count is said ${said} times for one change`, 'set the text once');
  await page.goto(site.url(path));
}

export default async function filters(t) {
  for (const site of t.sites) {
    const pages = site.pages.filter((page) => page.endsWith('/nhiem-vu/index.html'));
    for (const path of pages) {
      const where = `${site.name} ${path}`;
      const page = await t.visit(site.url(path), { viewport: DESK });
      if (!t.check(await page.locator('#loc').count() === 1 && await page.locator(ROW).count() > 0, where, 'no form #loc over a table #bang-nhiem-vu', 'see the contract of loc.js')) continue;
      await each(t, page, where);
      await together(t, page, where);
      await order(t, page, where);
      await nothing(t, page, where);
      await spoken(t, page, site, path, where);
      for (const what of complaints(page, site)) t.fail(where, what, '');
      await cards(t, site, path, where);
      const folder = await t.visit(`${site.fileUrl(path)}?sap-xep=han`, { viewport: PHONE });
      t.check((await state(folder)).groups === 0, `${where} [file]`, 'the address does not work from a folder', '');
    }
  }
}

/** On a phone a row is a card: below each other, whole, and still read as a table. */
async function cards(t, site, path, where) {
  const page = await t.visit(site.url(path), { viewport: PHONE });
  const faults = await page.locator(ROW).evaluateAll((rows) => rows.flatMap((row) => {
    const cells = [...row.children].filter((cell) => cell.checkVisibility());
    const wide = cells.filter((cell) => cell.getBoundingClientRect().right > innerWidth + 1);
    const columns = new Set(cells.map((cell) => Math.round(cell.getBoundingClientRect().top))).size;
    return [...wide.map(() => 'a cell reaches over the edge'), ...(cells.length > 2 && columns < 2 ? ['the row is no card'] : [])];
  }));
  t.check(faults.length === 0, `${where} [360]`, `${faults.length} faults, first: ${faults[0]}`, 'display: block or grid below 60rem');
}

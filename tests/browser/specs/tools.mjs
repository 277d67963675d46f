// What stands beside every page: cite, print, share by address, tell of an error; and the fragment
// that a portal shows in a frame.
import { DESK, PHONE, complaints, eventually } from '../lib/test.mjs';

/** What the clipboard holds, read as a reader would: by pasting. */
async function pasted(page) {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'dan-vao';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  const text = await page.locator('#dan-vao').inputValue();
  await page.evaluate(() => document.getElementById('dan-vao').remove());
  return text;
}

const plain = (text) => text.replace(/\s+/g, ' ').trim();

async function buttons(t, site, path, mode) {
  const where = `${site.name} ${path} [${mode}]`;
  const page = await t.visit(mode === 'file' ? site.fileUrl(path) : site.url(path), { viewport: PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
  if (mode === 'without clipboard') await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await page.locator('details.page-tools > summary').click();
  const cite = page.locator('button[data-chep]:not([data-chep=""])').first();
  const share = page.locator('button[data-chep=""]').first();
  const print = page.locator('button[data-in]').first();
  if (!t.check(await cite.count() && await share.count() && await print.count(), where, 'no button to cite, to share or to print', 'base.html')) return;
  const status = page.locator('[role=status]').last();
  const citation = await page.locator(`#${await cite.getAttribute('data-chep')}`).textContent();
  t.check(/https?:\/\//.test(citation) && /\d{4}/.test(citation), where, `the citation “${plain(citation)}” lacks address or date`, '');
  await cite.click();
  await page.waitForFunction(() => [...document.querySelectorAll('[role=status]')].some((one) => one.textContent));
  t.check(/Đã sao chép/.test(await status.textContent()), where, `after copying the page says “${await status.textContent()}”`, 'role=status near the button');
  t.check(plain(await pasted(page)) === plain(citation), where, 'the clipboard does not hold the citation', '');
  await share.click();
  t.check(await eventually(page, async () => await pasted(page) === page.url()), where, 'the clipboard does not hold the address', '');
  await page.evaluate(() => { window.printed = 0; window.print = () => { window.printed += 1; }; });
  await print.click();
  t.check(await page.evaluate(() => window.printed) === 1, where, 'the button does not print', '');
  for (const what of complaints(page, site)) t.fail(where, what, '');
}

/** The anchor beside a passage leads there and copies the address of the place. */
async function anchors(t, site) {
  const path = site.find('/toan-van.html');
  const where = `${site.name} ${path}`;
  const page = await t.visit(site.url(path), { viewport: DESK, permissions: ['clipboard-read', 'clipboard-write'] });
  const anchor = page.locator('a.anchor').nth(5);
  const href = await anchor.evaluate((element) => element.href);
  await anchor.click();
  t.check(await eventually(page, () => page.url() === href), where, 'the anchor does not lead to its place', '');
  t.check(await eventually(page, async () => await pasted(page) === href), where, 'the clipboard does not hold the address of the place', '');
}

async function embedded(t, site) {
  for (const path of site.pages.filter((page) => page.endsWith('/nhung.html'))) {
    const where = `${site.name} ${path}`;
    const page = await t.visit(site.url('robots.txt'), { viewport: PHONE });
    await page.setContent(`<!doctype html><html lang="vi"><title>Cổng</title><iframe title="Kế hoạch" src="${site.url(path)}" width="320" height="480"></iframe>`);
    const frame = page.frameLocator('iframe');
    await frame.locator('h1').waitFor();
    const wide = await frame.locator('html').evaluate((root) => root.scrollWidth - root.clientWidth);
    t.check(wide <= 0, where, `${wide} px too wide in a frame of 320 px`, '');
    t.check(await frame.locator('header, footer, nav, script, button').count() === 0, where, 'the fragment carries a frame of its own, or scripts', '');
    t.check(site.size(path) < 8000, where, `${site.size(path)} bytes`, 'keep it small');
    await frame.getByRole('link').first().click();
    await page.waitForURL((url) => url.href.startsWith(site.server.origin));
    t.check(true, where);
  }
}

export default async function tools(t) {
  for (const site of t.sites) {
    const paths = site.base === '/' ? site.samples().map(({ page }) => page) : ['index.html'];
    for (const path of paths) {
      if (/(^|\/)(404|nhung)\.html$/.test(path)) continue;
      const told = await t.visit(site.url(path), { viewport: PHONE });
      const tells = path === 'gui-kien-nghi.html' || await told.locator('main a', { hasText: /[Bb]áo sai sót/ }).count() > 0;
      t.check(tells, `${site.name} ${path}`, 'no way to tell of an error', '');
      t.check(await told.locator('button[data-in]').count() > 0, `${site.name} ${path}`, 'no button to print', '');
    }
    await buttons(t, site, 'index.html', 'http');
  }
  const site = t.site('thanh-hoa') || t.sites[0];
  const task = site.find('/nhiem-vu/4-3.html') || 'index.html';
  await buttons(t, site, task, 'file');
  await buttons(t, site, task, 'without clipboard');
  await anchors(t, site);
  await embedded(t, site);
}

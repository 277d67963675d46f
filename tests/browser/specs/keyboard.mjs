// By keyboard alone: the skip link comes first, the focus is always seen, the menu opens, every
// control is reached, nothing traps.
import { DESK, PHONE, eventually } from '../lib/test.mjs';

/** Walks with Tab over the page; tells where the focus is not to be seen. */
export async function walk(page, limit = 400) {
  const faults = [];
  let steps = 0;
  await page.evaluate(() => { document.activeElement?.blur(); window.walked = new Set(); });
  for (; steps < limit; steps += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return { end: true };
      const again = window.walked.has(element);
      window.walked.add(element);
      const box = element.getBoundingClientRect();
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
      const seen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && !/, 0\)$/.test(outlineColor);
      const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
      const covering = inside && document.elementFromPoint(Math.min(Math.max((box.left + box.right) / 2, 0), innerWidth - 1), Math.min(Math.max((box.top + box.bottom) / 2, 1), innerHeight - 1));
      const covered = covering && !element.contains(covering) && !covering.contains(element) && getComputedStyle(covering).position !== 'static';
      return { again, seen, inside, covered, name: `${element.localName} “${(element.textContent || element.name || '').trim().slice(0, 30)}”` };
    });
    if (at.end || at.again) break;
    if (!at.seen) faults.push(`the focus on ${at.name} is not to be seen`);
    if (!at.inside) faults.push(`${at.name} takes the focus outside of the view`);
    if (at.covered) faults.push(`${at.name} has the focus beneath something else`);
  }
  return { faults, steps };
}

export default async function keyboard(t) {
  const site = t.site('thanh-hoa') || t.sites[0];
  for (const { page: path } of site.samples()) {
    const where = `${site.name} ${path}`;
    const page = await t.visit(site.url(path), { viewport: PHONE });
    const embedded = !await page.locator('header').count();
    if (!embedded) {
      await page.keyboard.press('Tab');
      const first = await page.evaluate(() => ({ href: document.activeElement.getAttribute('href'), top: document.activeElement.getBoundingClientRect().top }));
      t.check(first.href === '#noi-dung' && first.top >= 0, where, `the first stop is ${first.href} at ${first.top} px`, 'the skip link, seen when focused');
      await page.keyboard.press('Enter');
      t.check(await page.evaluate(() => document.activeElement.id === 'noi-dung'), where, 'the skip link does not lead to the content', 'main#noi-dung[tabindex="-1"]');
      await page.goto(site.url(path));
    }
    const { faults, steps } = await walk(page, 60);
    t.check(steps > 0, where, 'nothing takes the focus', '');
    for (const fault of faults.slice(0, 2)) t.fail(where, fault, ':focus-visible outline; scroll-padding; no overlay');
  }
  await menu(t, site);
  await chosen(t, site);
}

/** The folded menu opens by Enter, its links follow, and Escape or Enter closes. */
async function menu(t, site) {
  const where = `${site.name} index.html [menu]`;
  const page = await t.visit(site.url(), { viewport: PHONE });
  const summary = page.locator('.menu summary');
  if (!t.check(await summary.isVisible(), where, 'no menu to open at 360 px', '')) return;
  await summary.focus();
  t.check(!await page.locator('.menu nav a').first().isVisible(), where, 'the menu is open at load', '');
  await page.keyboard.press('Enter');
  t.check(await page.locator('.menu nav a').first().isVisible(), where, 'Enter does not open the menu', '');
  await page.keyboard.press('Tab');
  t.check(await page.evaluate(() => document.activeElement.closest('.menu nav') !== null), where, 'Tab does not go into the open menu', '');
  const wide = await t.visit(site.url(), { viewport: DESK });
  t.check(await wide.locator('.menu nav a').first().isVisible(), where, 'the menu is folded at 1280 px', '');
}

/** A filter is set by keyboard; the table keeps its focus order. */
async function chosen(t, site) {
  const path = site.find('/nhiem-vu/index.html');
  const page = await t.visit(site.url(path), { viewport: DESK });
  const select = page.locator('#loc select').first();
  if (!await select.count()) return;
  await select.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  t.check(await eventually(page, () => new URL(page.url()).search !== ''), `${site.name} ${path}`, 'a filter cannot be set by keyboard', 'native select');
  t.check(await select.evaluate((element) => element === document.activeElement), `${site.name} ${path}`, 'a filter loses the focus when it is set', '');
}

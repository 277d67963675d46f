// `congkhai serve` with open tabs: who loads again, who does not, and what the band says meanwhile.
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DESK, PHONE } from '../lib/test.mjs';

const CONTENT = new URL('../../../content', import.meta.url).pathname;
const BAND = '#congkhai-xem-thu';

/** A copy of the content with a theme of its own. */
function scene() {
  const folder = mkdtempSync(path.join(tmpdir(), 'xem-thu-'));
  cpSync(CONTENT, path.join(folder, 'content'), { recursive: true });
  mkdirSync(path.join(folder, 'themes/rieng/assets/css'), { recursive: true });
  writeFileSync(path.join(folder, 'themes/rieng/theme.yml'), 'ten: rieng\ncha: mac-dinh\n');
  writeFileSync(path.join(folder, 'themes/rieng/assets/css/rieng.css'), 'h1 { letter-spacing: 1px }\n');
  return {
    folder,
    /** Replaces a passage of a file, and gives the old text. */
    edit(name, from, to) {
      const file = path.join(folder, name);
      const text = readFileSync(file, 'utf8');
      writeFileSync(file, text.replace(from, to));
      return text;
    },
    write(name, text) {
      writeFileSync(path.join(folder, name), text);
    },
  };
}

/** The running program and the address that it tells. */
async function started(program, folder) {
  const child = spawn(program, ['serve', '--quiet', '--port', '0'], { cwd: folder });
  let told = '';
  const address = await new Promise((found, failed) => {
    child.stdout.on('data', (data) => {
      told += data;
      const match = told.match(/http:\/\/127\.0\.0\.1:\d+\//);
      if (match) found(match[0]);
    });
    child.on('exit', (code) => failed(new Error(`the program ended with ${code}: ${told}`)));
  });
  return { child, address };
}

const mark = (page) => page.evaluate(() => { window.mark = true; });
const kept = (page) => page.evaluate(() => window.mark === true);
const shows = (page, text) => page.waitForFunction((words) => document.body.textContent.includes(words), text);
const band = (page, troubled) => page.waitForFunction(
  ([selector, wanted]) => document.querySelector(selector).classList.contains('loi') === wanted,
  [BAND, troubled],
);

export default async function preview(t) {
  if (!t.program) return t.note('no program to try');
  const files = scene();
  files.edit('content/trang.yml', 'giao_dien: mac-dinh', 'giao_dien: rieng');
  const { child, address } = await started(t.program, files.folder);
  try {
    const phone = await t.visit(`${address}gioi-thieu.html`, { viewport: PHONE });
    const desk = await t.visit(`${address}thuat-ngu.html`, { viewport: DESK });
    t.check(await phone.locator(BAND).isVisible(), 'band', 'is not seen', 'xem-thu.css');
    const inView = await phone.evaluate((selector) => document.querySelector(selector).getBoundingClientRect().bottom <= innerHeight, BAND);
    t.check(inView, 'band', 'is out of view on a phone', 'position: sticky');

    await phone.evaluate(() => scrollTo(0, 300));
    await mark(phone);
    await mark(desk);
    files.edit('content/trang/gioi-thieu.md', /$/, '\nMột đoạn vừa thêm.\n');
    await shows(phone, 'Một đoạn vừa thêm.');
    t.check(!(await kept(phone)), 'reload', 'the changed page was not loaded again', '');
    await phone.waitForFunction(() => scrollY === 300).catch(() => t.fail('reload', 'the place in the page was lost', ''));
    t.check(await kept(desk), 'reload', 'another page was loaded again', '');

    await mark(phone);
    files.write('themes/rieng/assets/css/rieng.css', 'h1 { letter-spacing: 3px }\n');
    for (const page of [phone, desk]) {
      await page.waitForFunction(() => getComputedStyle(document.querySelector('h1')).letterSpacing === '3px');
      t.check(await kept(page), 'style sheet', 'a page was loaded again', '');
      const sheets = () => document.querySelectorAll('link[rel~="stylesheet"][href*="rieng"]').length === 1;
      await page.waitForFunction(sheets).catch(() => t.fail('style sheet', 'the old one stays', ''));
    }
    t.check(await phone.evaluate(() => scrollY) === 300, 'style sheet', 'the place in the page was lost', '');

    const good = files.edit('content/trang/gioi-thieu.md', '---\n', '---\nsai: 1\n');
    await band(phone, true);
    await band(desk, true);
    t.check(/Có 1 lỗi/.test(await phone.locator(BAND).textContent()), 'band', 'does not count the problems', '');
    t.check(await kept(phone) && await kept(desk), 'problem', 'a page was loaded again', '');
    await desk.getByRole('link', { name: 'Xem vấn đề' }).click();
    await shows(desk, 'CK151');
    files.write('content/trang/gioi-thieu.md', good);
    await band(phone, false);
    await desk.waitForFunction(() => !document.body.textContent.includes('CK151'));
    t.check(await kept(phone), 'mended', 'a page was loaded again', '');
    for (const page of [phone, desk]) for (const what of page.heard) t.fail(page.url(), what, '');

    // A page that is not there yet comes by itself.
    await desk.goto(`${address}ke-hoach/thu.html`);
    await shows(desk, 'Địa chỉ này không có trên trang');
    await desk.goto(`${address}thu-nghiem.html`);
    files.write('content/trang/thu-nghiem.md', '---\ntieu_de: "Thử nghiệm"\nmo_ta: "Một trang mới."\n---\nChào bạn.\n');
    await shows(desk, 'Chào bạn.');
  } finally {
    child.kill('SIGINT');
    rmSync(files.folder, { recursive: true, force: true });
  }
}

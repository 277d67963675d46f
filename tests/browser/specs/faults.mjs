// The test of the tests: one fault planted for each check in a copied page, which the check must
// report; and no report about the page as it was.
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Site } from '../lib/site.mjs';
import { PHONE, Test, complaints } from '../lib/test.mjs';
import { frame, smallTargets, violations } from './accessibility.mjs';
import { cost } from './budgets.mjs';
import filters from './filters.mjs';
import { validate } from './html.mjs';
import { walk } from './keyboard.mjs';
import { GROWTH, overflow, shift, slowShift } from './layout.mjs';
import { deadLinks } from './modes.mjs';
import { deadControls, hiddenContent } from './no-script.mjs';
import { faults as pictureFaults } from './pictures.mjs';
import { sheets } from './print.mjs';
import questions from './questions.mjs';
import search from './search.mjs';

const PAGE = 'gioi-thieu.html';
const CSS = `
.planted-pale { color: #aaa; background: #fff; }
.planted-wide { width: 900px; max-width: none; }
.planted-cut { height: 10px; overflow: hidden; }
.planted-small { width: 12px; height: 12px; min-height: 0; min-width: 0; padding: 0; overflow: hidden; display: block; }
.planted-dark:focus-visible { outline: none; }
.planted-bar { stroke: none !important; }
`;
const SHIFT = `addEventListener('load', () => requestAnimationFrame(() => requestAnimationFrame(() => {
  const block = document.createElement('p');
  block.textContent = 'x'.repeat(400);
  document.querySelector('main').prepend(block);
})));`;

const inMain = (extra) => (html) => html.replace(/<\/main>/, `${extra}</main>`);
const inHead = (extra) => (html) => html.replace(/<\/head>/, `${extra}</head>`);
const withCss = (extra) => (html) => inHead('<link rel="stylesheet" href="planted.css">')(inMain(extra)(html));

/** A row that comes long after the one that has set the columns. */
const lateRow = (html) => html.replace(/<main[^>]*>/, (main) => `${main}<table><tr><td>Một</td><td>Hai</td></tr>${'<!-- chờ -->'.repeat(2_000)}<tr><td>Một hàng dài hơn hẳn hàng đầu</td><td>Hai</td></tr></table>`);

const axe = async (page) => (await violations(page)).map(({ text }) => text);
const heard = (page, site) => complaints(page, site);
const moved = async (page) => {
  for (let i = 0; i < 20; i += 1) {
    const moved = await shift(page);
    if (moved >= GROWTH) return [`shift ${moved}`];
    await page.waitForTimeout(50);
  }
  return [];
};
const movedSlowly = async (page, site, t) => {
  const moved = await slowShift(t, site, page.url(), { viewport: PHONE });
  return moved < GROWTH ? [] : [`slow shift ${moved}`];
};
const paperSizes = async (page) => sheets(await page.pdf({ preferCSSPageSize: true })).filter(([short]) => Math.abs(short - 595) > 1).map((size) => `sheet ${size}`);

/** A check on one page: what is planted, how it is looked for, and the words of the report. */
const PAGES = [
  ['a picture without alternative', inMain('<img src="tai-nguyen/x.svg">'), axe, /image-alt/],
  ['a pale text', withCss('<p class="planted-pale">Chữ quá nhạt</p>'), axe, /color-contrast/],
  ['a button without a name', inMain('<button></button>'), axe, /button-name/],
  ['a heading left out', inMain('<h6>Đề mục</h6>'), axe, /heading-order/],
  ['a second h1', inMain('<h1>Nữa</h1>'), frame, /2 h1/],
  ['a nav without a name', inMain('<nav><a href="index.html">Nữa</a></nav>'), frame, /nav without a name/],
  ['a small control', withCss('<button class="planted-small">x</button>'), smallTargets, /12×12/],
  ['a block that is too wide', withCss('<p class="planted-wide">Rộng</p>'), overflow, /px wide.*planted-wide/],
  ['a text that is cut off', withCss('<p class="planted-cut">Chữ<br>bị<br>cắt</p>'), overflow, /cut off.*planted-cut/],
  ['a block that comes late', inHead('<script defer src="planted.js"></script>'), moved, /shift/],
  ['a row that moves the rows before it', lateRow, movedSlowly, /slow shift/],
  ['an inline script', inMain('<script>document.title = "x"</script>'), heard, /Content Security Policy/],
  ['an inline style', inMain('<p style="color: red">Đỏ</p>'), heard, /Content Security Policy/],
  ['a request to others', inMain('<img alt="x" src="https://thong-ke.example/x.png">'), heard, /asks elsewhere|Content Security Policy/],
  ['a file that is missing', inMain('<img alt="x" src="khong-co.png">'), heard, /404/],
  ['a script that fails', inHead('<script defer src="planted-bad.js"></script>'), heard, /script error/],
  ['a focus that is not seen', withCss('<button class="planted-dark">Tối</button>'), async (page) => (await walk(page)).faults, /Tối.*not to be seen/],
  ['a control for scripts only', inMain('<button type="button">Lọc</button>'), deadControls, /Lọc/, { javaScriptEnabled: false }],
  ['content hidden from the start', inMain('<p hidden>Ẩn</p>'), hiddenContent, /Ẩn/, { javaScriptEnabled: false }],
  ['an svg without a name', inMain('<svg width="50" height="20"><rect width="50" height="20"/></svg>'), (page) => pictureFaults(page, false), /neither role/],
  ['an svg without a table', inMain('<section><svg role="img" aria-label="Hình" width="50" height="20"><rect width="50" height="20"/></svg></section>'), (page) => pictureFaults(page, false), /no table or legend/],
  ['bars told apart by colour alone', withCss('<figure aria-label="Hình"><svg role="img" aria-label="Hình" width="50" height="20"><rect class="planted-bar done" width="20" height="20"/><rect class="planted-bar overdue" x="20" width="20" height="20"/></svg><ul class="legend"><li>Xong</li></ul></figure>'), (page) => pictureFaults(page, true), /no border in forced/, { forcedColors: 'active' }],
  ['a sheet that is no A4', withCss('<p>x</p>'), paperSizes, /sheet 420/, {}, '@page { size: A5 !important; }'],
];

/** A check that reads files: what is planted, and how it is looked for. */
const FILES = [
  ['a dead link', inMain('<a href="khong-co.html">x</a>'), (site) => deadLinks(site, PAGE), /no such file/],
  ['a link to no place', inMain('<a href="index.html#khong-co">x</a>'), (site) => deadLinks(site, PAGE), /no such place/],
  ['a link to a folder', inMain('<a href="ke-hoach/">x</a>'), (site) => deadLinks(site, PAGE), /folder/],
  ['a page that is too heavy', inMain(`<p>${Array.from({ length: 30_000 }, (_, i) => (i * 7919 % 65521).toString(36)).join(' ')}</p>`), (site) => (cost(site, PAGE).html > 40_000 ? ['html over 40 kB'] : []), /over 40/],
];

async function inCopy(source, change, look) {
  const folder = mkdtempSync(path.join(tmpdir(), 'congkhai-loi-'));
  try {
    cpSync(source.root, folder, { recursive: true });
    change(folder);
    const site = await new Site({ name: 'planted', root: folder, base: source.base }).open();
    site.fileSet = new Set(site.files);
    try {
      return await look(site);
    } finally {
      site.close();
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const edit = (folder, file, change) => {
  const name = path.join(folder, file);
  const before = readFileSync(name, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing was planted in ${file}`);
  writeFileSync(name, after);
};

export default async function faults(t) {
  const source = t.site('thanh-hoa') || t.sites[0];
  await onPages(t, source);
  await inFiles(t, source);
  await inMarkup(t, source);
  await inSpecs(t, source);
}

async function onPages(t, source) {
  await inCopy(source, (folder) => {
    writeFileSync(path.join(folder, 'planted.js'), SHIFT);
    writeFileSync(path.join(folder, 'planted-bad.js'), 'undefined.x;');
  }, async (site) => {
    const clean = readFileSync(path.join(site.root, PAGE), 'utf8');
    for (const [name, plant, look, expected, options = {}, css = ''] of PAGES) {
      const view = { viewport: PHONE, ...options };
      writeFileSync(path.join(site.root, 'planted.css'), CSS + css);
      writeFileSync(path.join(site.root, 'sach.html'), clean);
      const file = `loi-${PAGES.findIndex(([one]) => one === name)}.html`;
      writeFileSync(path.join(site.root, file), plant(clean));
      // The server keeps what it has read: a style of its own for every fault.
      writeFileSync(path.join(site.root, `${file}.css`), CSS + css);
      edit(site.root, file, (html) => `${html.replace('planted.css', `${file}.css`)}\n`);
      const before = await look(await t.visit(site.url('sach.html'), view), site, t);
      t.check(!before.some((text) => expected.test(text)), name, `the page as it was is reported: ${before.find((text) => expected.test(text))}`, 'the check is too strict, or the page has this fault');
      const after = await look(await t.visit(site.url(file), view), site, t);
      t.check(after.some((text) => expected.test(text)), name, `is not reported: ${after.slice(0, 3).join(' | ') || 'nothing'}`, 'the check does not see it');
    }
  });
}

async function inFiles(t, source) {
  for (const [name, plant, look, expected] of FILES) {
    const found = await inCopy(source, (folder) => edit(folder, PAGE, plant), look);
    t.check(found.some((text) => expected.test(text)), name, `is not reported: ${found.slice(0, 3).join(' | ') || 'nothing'}`, 'the check does not see it');
  }
}

async function inMarkup(t, source) {
  const folder = mkdtempSync(path.join(tmpdir(), 'congkhai-loi-'));
  try {
    const clean = source.read(PAGE);
    const planted = { 'a.html': '<ul><p>x</p></ul>', 'b.html': '<p id="noi-dung">x</p>', 'c.html': '<a href="a"><a href="b">x</a></a>', 'd.html': '<table><tr><td colspan="0">x</td></tr></table>' };
    for (const [file, extra] of Object.entries(planted)) writeFileSync(path.join(folder, file), inMain(extra)(clean));
    const messages = await validate(folder);
    for (const file of Object.keys(planted)) t.check(messages.some(({ page }) => page === file), `invalid HTML ${planted[file]}`, 'is not reported', 'see vnu');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Whole specs, over a site in which one thing was broken. */
async function inSpecs(t, source) {
  const script = (name) => source.files.find((file) => new RegExp(`(^|/)${name}(\\.[0-9a-f]+)?\\.js$`).test(file));
  const specs = [
    ['a search that does not fold đ', search, script('tim-kiem'), (text) => text.replace(".replace(/đ/g, 'd')", ''), /dien tu|day manh/],
    ['filters that show everything', filters, script('loc'), (text) => text.replace('one.row.hidden = !fits(one, wanted)', 'one.row.hidden = false'), /answer it/],
    ['a home page without a way to tell of errors', questions, 'index.html', (text) => text.replaceAll('gui-kien-nghi.html', 'gioi-thieu.html'), /Báo sai sót/],
  ];
  for (const [name, spec, file, change, expected] of specs) {
    if (!t.check(file, name, 'the file to break is missing', 'build it')) continue;
    const found = await inCopy(source, (folder) => edit(folder, file, change), async (site) => {
      const inner = new Test([site]);
      inner.started = await t.browser();
      inner.patience = 3000;
      await spec(inner).catch((error) => inner.fail(name, error.message));
      for (const page of inner.contexts.values()) await page.context().close();
      return inner.lines();
    });
    t.check(found.some((text) => expected.test(text)), name, `is not reported: ${found.slice(0, 2).join(' | ') || 'nothing'}`, 'the check does not see it');
  }
}

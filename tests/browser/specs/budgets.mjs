// What a first visit costs, in gzip bytes, per kind of page: goals are told, hard limits fail
// (design: theme §6). Also what search costs, on the small site and on a large one.
import { gzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { PHONE } from '../lib/test.mjs';
import { ask } from './search.mjs';

const KB = 1000;
const HARD = { html: 40 * KB, css: 15 * KB, js: 10 * KB, total: 120 * KB, findings: 12 * KB, index: 30 * KB, large: 150 * KB, part: 60 * KB };
const GOAL = { html: 16 * KB, css: 8 * KB, js: 6 * KB, total: 30 * KB };

export const zipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** The files that a page needs at first sight, by type. */
export function cost(site, page) {
  const html = site.read(page);
  const sum = { html: zipped(path.join(site.root, page)), css: 0, js: 0, img: 0 };
  const seen = new Set();
  for (const [, tag] of html.matchAll(/<((?:link|script|img|source)\b[^>]*)>/g)) {
    if (/^link/.test(tag) && !/rel=["']?(stylesheet|icon|preload)/.test(tag)) continue;
    const [, a, b] = /\s(?:href|src)=(?:"([^"]*)"|([^\s>]+))/.exec(tag) || [];
    const address = a ?? b;
    if (!address || /^[a-z]+:/.test(address)) continue;
    const file = address.startsWith('/') ? address.slice(site.base.length) : path.posix.join(path.posix.dirname(page), address.replace(/[?#].*/, ''));
    if (seen.has(file) || !site.files.includes(file)) continue;
    seen.add(file);
    const type = file.endsWith('.css') ? 'css' : file.endsWith('.js') ? 'js' : 'img';
    sum[type] += zipped(path.join(site.root, file));
  }
  return { ...sum, total: sum.html + sum.css + sum.js + sum.img };
}

const kb = (bytes) => (bytes / KB).toFixed(1).padStart(6);

function visits(t, site) {
  t.note(`${site.name}, first visit, gzip kB:   HTML    CSS     JS  image  total`);
  for (const { kind, page } of site.samples()) {
    const sum = cost(site, page);
    // The search page may have 4 kB of script more than others.
    const goal = { ...GOAL, js: GOAL.js + (kind === 'tim-kiem.html' ? 4 * KB : 0) };
    const over = Object.keys(goal).filter((type) => sum[type] > goal[type]);
    t.note(`  ${kind.padEnd(34)} ${kb(sum.html)} ${kb(sum.css)} ${kb(sum.js)} ${kb(sum.img)} ${kb(sum.total)}${over.length ? `  over the goal: ${over}` : ''}`);
    for (const type of ['html', 'css', 'js', 'total']) {
      t.check(sum[type] <= HARD[type], `${site.name} ${page}`, `${type} ${kb(sum[type])} kB, the hard limit is ${HARD[type] / KB}`, 'make it smaller');
    }
  }
}

function scripts(t, site) {
  const find = (name) => site.files.find((file) => new RegExp(`(^|/)${name}(\\.[0-9a-f]+)?\\.js$`).test(file));
  const sizes = ['tim-kiem', 'loc', 'trang'].map((name) => [name, find(name) && zipped(path.join(site.root, find(name)))]);
  t.note(`${site.name}, scripts, gzip bytes: ${sizes.map(([name, size]) => `${name} ${size ?? 'missing'}`).join(', ')}`);
  const both = (sizes[0][1] || 0) + (sizes[1][1] || 0);
  t.check(both > 0 && both <= HARD.findings, site.name, `search and filters are ${both} bytes of script`, 'at most 12 kB');
}

function index(t, site) {
  const files = site.files.filter((file) => file.startsWith('tim-kiem/'));
  const size = files.reduce((sum, file) => sum + zipped(path.join(site.root, file)), 0);
  t.note(`${site.name}, search index: ${files.length} files, ${kb(size)} kB gzip`);
  t.check(files.length > 0 && size <= HARD.index, site.name, `the search index is ${kb(size)} kB`, 'at most 30 kB');
}

/** What a reader of a large site loads for one query: the page, its scripts and the parts of the index. */
async function large(t, site) {
  for (const query of ['ứng dụng công nghệ thông tin', 'ke hoach', 'so noi vu', 'cơ sở dữ liệu', 'nhiệm vụ 1.1', 'chuyen doi so', 'ha']) {
    site.server.sent.clear();
    const page = await t.visit(site.url('tim-kiem.html'), { viewport: PHONE });
    const start = [...site.server.sent].filter(([url]) => !/tim-kiem\//.test(url)).reduce((sum, [, size]) => sum + size, 0);
    site.server.sent.clear();
    const { says, hits } = await ask(page, query);
    const size = [...site.server.sent.values()].reduce((sum, one) => sum + one, 0);
    const shown = hits.length;
    t.note(`large, “${query}”: ${kb(size)} kB in ${site.server.sent.size} files for ${shown} hits shown (page and scripts ${kb(start)}); ${says}`);
    t.check(size <= HARD.large, 'large', `“${query}” loads ${kb(size)} kB`, 'at most 150 kB');
    t.check(shown > 0, 'large', `“${query}” finds nothing`, '');
  }
}

/** The parts of a large index, each of which a query may load. */
function parts(t, site) {
  const sizes = site.files.filter((file) => /^tim-kiem\/.*\.js$/.test(file)).map((file) => [file, zipped(path.join(site.root, file))]);
  const [file, size] = sizes.reduce((one, other) => (other[1] > one[1] ? other : one), ['', 0]);
  t.note(`large, search index: ${sizes.length} files, ${kb(sizes.reduce((sum, [, one]) => sum + one, 0))} kB gzip; the largest is ${file} with ${kb(size)}`);
  t.check(size <= HARD.part, 'large', `${file} is ${kb(size)} kB`, 'at most 60 kB; see MOST in src/search/postings.rs');
}

export default async function budgets(t) {
  for (const site of t.sites.filter(({ base }) => base === '/')) {
    visits(t, site);
    scripts(t, site);
    index(t, site);
  }
  if (t.large) {
    parts(t, t.large);
    await large(t, t.large);
  } else t.note('no large site was given: what a query loads there was not measured');
}

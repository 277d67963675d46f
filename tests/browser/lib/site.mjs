// What an output folder holds: its pages, and their kinds as the tree tells them.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { serve } from './server.mjs';

/** Every file under the folder, as a path with slashes, in order. */
export function files(root) {
  return readdirSync(root, { recursive: true })
    .map((name) => String(name).split(path.sep).join('/'))
    .filter((name) => !path.basename(name).startsWith('.') && statSync(path.join(root, name)).isFile())
    .sort();
}

/**
 * The kind of a page: its path with the ids left out.
 *
 * The tree alternates: a thing (the site, a plan) has named pages and collections; a collection
 * (ke-hoach, nhiem-vu, co-quan) has an index and members whose names are ids.
 */
export function kindOf(page) {
  const steps = page.split('/');
  return steps.map((step, depth) => (depth % 2 === 0 || step === 'index.html' ? step : step.replace(/^.*?(\.html)?$/, '*$1'))).join('/');
}

export class Site {
  constructor({ name, root, base = '/' }) {
    this.name = name;
    this.root = root.replace(/\/?$/, '/');
    this.base = base;
    this.files = files(this.root);
    this.pages = this.files.filter((file) => file.endsWith('.html'));
    /** Kind → its pages, the richest (longest) first. */
    this.kinds = new Map();
    for (const page of this.pages) {
      const kind = kindOf(page);
      this.kinds.set(kind, [...(this.kinds.get(kind) || []), page]);
    }
    for (const pages of this.kinds.values()) pages.sort((a, b) => this.size(b) - this.size(a));
  }

  size(file) {
    return statSync(path.join(this.root, file)).size;
  }

  read(file) {
    return readFileSync(path.join(this.root, file), 'utf8');
  }

  /** The richest page of each kind, and the plainest where `both` is asked. */
  samples(both = false) {
    return [...this.kinds].flatMap(([kind, pages]) => {
      const chosen = both && pages.length > 1 ? [pages[0], pages[pages.length - 1]] : [pages[0]];
      return chosen.map((page) => ({ kind, page }));
    });
  }

  /** The first page whose path ends so, for tests of one kind; undefined where the site has none. */
  find(ending) {
    return this.pages.find((page) => page.endsWith(ending));
  }

  async open() {
    this.server ??= await serve(this.root, this.base);
    return this;
  }

  url(page = 'index.html') {
    return `${this.server.origin}${this.base}${page}`;
  }

  fileUrl(page = 'index.html') {
    return pathToFileURL(path.join(this.root, page)).href;
  }

  close() {
    this.server?.close();
  }
}

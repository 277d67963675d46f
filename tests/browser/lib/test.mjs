// What a spec is given: the sites, a browser without network, and a place for faults.
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const CHROMIUM = process.env.CONGKHAI_CHROMIUM || ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--force-color-profile=srgb', '--font-render-hinting=none',
  // Nothing but this machine answers; a request elsewhere fails and is reported.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

export class Test {
  constructor(sites, large, program) {
    this.sites = sites;
    this.large = large;
    this.program = program;
    this.faults = [];
    this.notes = [];
    this.contexts = new Map();
    this.checks = 0;
    this.patience = 15_000;
  }

  /** The shipped site, the fictional one, or the one under a base path, by the names of sites.json. */
  site(name) {
    return this.sites.find((site) => site.name === name);
  }

  /** One fault, in one line: where, what, and what to do. */
  fail(where, what, todo) {
    this.faults.push({ where, what: `${what}${todo ? ` → ${todo}` : ''}`.replace(/\s+/g, ' ') });
  }

  /** The faults in lines; one that many pages have is told once, with the first of them. */
  lines() {
    const alike = new Map();
    for (const { where, what } of this.faults) alike.set(what, [...(alike.get(what) || []), where]);
    return [...alike].map(([what, [first, ...more]]) => `${first}${more.length ? ` (and ${more.length} more)` : ''}: ${what}`);
  }

  /** Fails where the value is false; counts the check in both cases. */
  check(value, where, what, todo) {
    this.checks += 1;
    if (!value) this.fail(where, what, todo);
    return Boolean(value);
  }

  note(text) {
    this.notes.push(text);
  }

  async browser() {
    this.started ??= await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
    return this.started;
  }

  /** A page in a context with these options; pages of one context are used again. */
  async page(options = {}) {
    const key = JSON.stringify(options);
    if (!this.contexts.has(key)) {
      const context = await (await this.browser()).newContext({ viewport: DESK, locale: 'vi-VN', serviceWorkers: 'block', ...options });
      context.setDefaultTimeout(this.patience);
      const page = await context.newPage();
      page.heard = [];
      page.asked = [];
      const hear = (what) => page.heard.push(what.replace(/\s+/g, ' '));
      page.on('console', (message) => {
        if (['error', 'warning'].includes(message.type())) hear(`console: ${message.text()}`);
      });
      page.on('pageerror', (error) => hear(`script error: ${error.message}`));
      page.on('requestfailed', (request) => {
        const why = request.failure()?.errorText;
        if (why !== 'net::ERR_ABORTED') hear(`request failed (${why}): ${request.url()}`);
      });
      page.on('response', (response) => {
        if (response.status() >= 400) hear(`status ${response.status()}: ${response.url()}`);
      });
      page.on('request', (request) => page.asked.push(request.url()));
      this.contexts.set(key, page);
    }
    return this.contexts.get(key);
  }

  /** Opens an address; what the browser complains of from now on is in `page.heard`. */
  async visit(url, options) {
    const page = await this.page(options);
    page.heard.length = 0;
    page.asked.length = 0;
    await page.goto(url, { waitUntil: 'load' });
    return page;
  }

  async close() {
    await this.started?.close();
    for (const site of this.sites) site.close();
    this.large?.close();
  }
}

/** Whether a probe of the page comes true before patience ends: for what a press of a key sets going. */
export async function eventually(page, probe, patience = 5_000) {
  for (const end = Date.now() + patience; ;) {
    if (await probe()) return true;
    if (Date.now() > end) return false;
    await page.waitForTimeout(20);
  }
}

/** What the browser said and asked that it should not have, on a page of this site. */
export function complaints(page, site) {
  const ours = (url) => url.startsWith(`${site.server.origin}${site.base}`) || url.startsWith(site.fileUrl('')) || /^(data|blob|about):/.test(url);
  return [...page.heard, ...page.asked.filter((url) => !ours(url)).map((url) => `asks elsewhere: ${url}`)];
}

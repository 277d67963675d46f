// The first screen of every task, on a phone: done or not, who, and what proves it, before anything is scrolled
// (of a restricted task, why no more is told).
import { PHONE } from '../lib/test.mjs';

const ANSWERS = ['of-done', 'of-lead', 'of-proof'];

/** Where each answer ends, in px from the top of the page; nothing for an answer that is not there. */
export function ends(page) {
  return page.evaluate((names) => Object.fromEntries(names.map((name) => {
    const answer = document.querySelector(`main .answers > .${name}`);
    return [name, answer ? Math.ceil(answer.getBoundingClientRect().bottom + scrollY) : undefined];
  })), ANSWERS);
}

export default async function firstScreen(t) {
  for (const site of t.sites.filter(({ base }) => base === '/')) {
    const tasks = site.pages.filter((page) => /(^|\/)nhiem-vu\/(?!index\.html$)[^/]+\.html$/.test(page));
    let lowest = 0;
    for (const path of tasks) {
      const where = `${site.name} ${path}`;
      const page = await t.visit(site.url(path), { viewport: PHONE });
      const found = await ends(page);
      const isRestricted = found['of-lead'] === undefined;
      for (const name of ANSWERS) {
        if (name === 'of-lead' && isRestricted) continue;
        if (!t.check(found[name] !== undefined, where, `no answer .${name}`, 'task.html')) continue;
        lowest = Math.max(lowest, found[name]);
        t.check(found[name] <= PHONE.height, where, `.${name} ends at ${found[name]} px, the screen at ${PHONE.height}`, 'say it in fewer words, or fold what stands above');
      }
    }
    t.note(`${site.name}: ${tasks.length} tasks, the lowest answer ends at ${lowest} px`);
  }
}

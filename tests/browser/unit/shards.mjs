// The large form of a search index, made from the documents of the small one: what the build writes.
import { searching } from './script.mjs';

const { cut } = searching();

/** The steps from one document to the next, each times the places, with the place. */
function coded(found, places) {
  let last = 0;
  return [...found].map(([number, place]) => {
    const step = number - last;
    last = number;
    return step * places + place;
  });
}

/** How well a word stands for its document, by the part that it is met in. */
function placeOf(part, at, words) {
  if (part === 'label') return words <= 3 ? 7 : words <= 7 ? 6 : words <= 12 ? 5 : 3;
  return { more: 0, text: at < 24 ? 2 : 1, place: 4, names: 4 }[part];
}

/** Files by name: chi-muc, w, t0…, d0…; the documents must be ordered by kind. */
export function sharded({ docs, ...data }, { chunk = 32, words = 64 } = {}) {
  const entries = new Map();
  docs.forEach(([, label, text, , , more = '', place = '', names = ''], number) => {
    for (const [part, value] of Object.entries({ label, text, more, place, names })) {
      const all = cut(value);
      all.forEach(({ word, form }, i) => {
        if (!entries.has(word)) entries.set(word, { t: {}, n: {} });
        const { t, n } = entries.get(word);
        t[form] ??= new Map();
        t[form].set(number, Math.max(t[form].get(number) ?? 0, placeOf(part, i, all.length)));
        if (all[i + 1]) (n[all[i + 1].word] ??= new Map()).set(number, 0);
      });
    }
  });
  const terms = [...entries.keys()].sort();
  const starts = data.kinds.map((_, kind) => {
    const at = docs.findIndex(([own]) => own >= kind);
    return at < 0 ? docs.length : at;
  });
  const main = { ...data, chunk, starts, total: docs.length, terms: [] };
  const files = { 'chi-muc': main, w: terms.filter((word) => /^[a-z]/.test(word)).join(' ') };
  for (let at = 0, k = 0; at < terms.length; at += words, k += 1) {
    const shard = {};
    for (const term of terms.slice(at, at + words)) {
      const { t, n } = entries.get(term);
      const lists = (found, places) => Object.fromEntries(Object.entries(found).map(([key, list]) => [key, coded(list, places)]));
      shard[term] = { t: lists(t, 8), n: lists(n, 1) };
    }
    main.terms.push(terms[at]);
    files[`t${k}`] = shard;
  }
  for (let at = 0, k = 0; at < docs.length; at += chunk, k += 1) files[`d${k}`] = docs.slice(at, at + chunk);
  return files;
}

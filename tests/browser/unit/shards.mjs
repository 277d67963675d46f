// The large form of a search index, made from the documents of the small one: what the build writes.
import { run } from './script.mjs';

const { cut } = run('tim-kiem.js').congkhaiTimKiem;

const delta = (numbers) => numbers.map((number, i) => number - (i ? numbers[i - 1] : 0));

/** Files by name: chi-muc, t0…, d0…; the documents must be ordered by kind. */
export function sharded({ kinds, standings, synonyms, docs }, { chunk = 32, words = 64 } = {}) {
  const entries = new Map();
  docs.forEach(([, label, text, , , extra], number) => {
    const inLabel = new Set(cut(label).map(({ form }) => form));
    for (const part of [label, text, extra]) {
      const cutPart = cut(part);
      cutPart.forEach(({ word, form }, i) => {
        if (!entries.has(word)) entries.set(word, { t: {}, n: {} });
        const { t, n } = entries.get(word);
        (t[form] ??= new Map()).set(number, inLabel.has(form) ? 1 : 0);
        const next = cutPart[i + 1];
        if (next) (n[next.word] ??= new Set()).add(number);
      });
    }
  });
  const terms = [...entries.keys()].sort();
  const files = { 'chi-muc': { kinds, standings, synonyms, chunk, terms: [] } };
  files['chi-muc'].starts = kinds.map((_, kind) => {
    const at = docs.findIndex(([own]) => own >= kind);
    return at < 0 ? docs.length : at;
  });
  for (let at = 0, k = 0; at < terms.length; at += words, k += 1) {
    const shard = {};
    for (const term of terms.slice(at, at + words)) {
      const { t, n } = entries.get(term);
      shard[term] = { t: {}, n: {} };
      for (const [form, found] of Object.entries(t)) {
        const numbers = delta([...found.keys()]);
        const flags = [...found.values()];
        shard[term].t[form] = numbers.map((number, i) => number * 2 + flags[i]);
      }
      for (const [next, found] of Object.entries(n)) shard[term].n[next] = delta([...found]);
    }
    files['chi-muc'].terms.push(terms[at]);
    files[`t${k}`] = shard;
  }
  for (let at = 0, k = 0; at < docs.length; at += chunk, k += 1) files[`d${k}`] = docs.slice(at, at + chunk);
  return files;
}

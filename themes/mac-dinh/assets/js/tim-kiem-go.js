// What search does with a query that finds nothing as it was typed: what Telex and VNI keys left unmade, words without
// the spaces between them, slips of a finger. Loaded only then.
//
// In: the query, the index. Out: lists of words to look for instead.
(() => {
  'use strict';

  const SYLLABLE = /^(?!.*(?:aa|ee|oo))(?:[bcdghklmnpqrstvx]|ch|gh|gi|kh|ng|ngh|nh|ph|qu|th|tr)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/;

  /** A syllable that Telex or VNI keys left unmade: chuw, soos, so61. */
  function syllable(keys) {
    if (SYLLABLE.test(keys)) return undefined;
    const digits = /^[a-z]+[1-9][a-z1-9]*$/.test(keys);
    const plain = digits ? keys.replace(/[1-9]/g, '')
      : keys.replace(/dd/g, 'd').replace(/([aeo])\1/g, '$1').replace(/w/g, '').replace(/([aeiouy][a-z]*?)[sfrxj](?=[a-z]*$)/, '$1');
    return plain !== keys && SYLLABLE.test(plain) ? plain : undefined;
  }

  /** The words with syllables made of what keys left. */
  function typed({ text, words }, known) {
    let made = words;
    for (const { 0: chunk, index } of text.matchAll(/\S+/g)) {
      const word = syllable(chunk.toLowerCase());
      const inside = ({ from, to }) => from >= index && to <= index + chunk.length;
      const at = made.findIndex(inside);
      if (at >= 0 && known.has(word)) made = [...made.slice(0, at), { word, form: word }, ...made.slice(at).filter((one) => !inside(one))];
    }
    return made;
  }

  /** A letter too many, too few, another, or two turned round. */
  function slips(a, b) {
    let i = 0;
    while (i < a.length && a[i] === b[i]) i += 1;
    const [x, y] = [a.slice(i), b.slice(i)];
    return x.slice(1) === y || x === y.slice(1) || x.slice(1) === y.slice(1)
      || (x[0] === y[1] && x[1] === y[0] && x.slice(2) === y.slice(2));
  }

  function unglued(word, known, most = 6) {
    for (let length = word.length - 2; length > 1 && most > 1; length -= 1) {
      if (!known.has(word.slice(0, length))) continue;
      const rest = word.slice(length);
      const parts = known.has(rest) ? [rest] : unglued(rest, known, most - 1);
      if (parts) return [word.slice(0, length), ...parts];
    }
    return undefined;
  }

  /** The query with what no text has put right; nothing where all of it is known. */
  async function mended(query, index, alternatives, { synonyms = [], sayings = [] }, cut) {
    const known = new Set(await index.letters());
    const words = typed(query, known);
    // What stands for other words is no slip.
    for (const [phrases] of [...synonyms, ...sayings]) for (const phrase of phrases) for (const { word } of cut(phrase)) known.add(word);
    const isKnown = (one) => !/^[a-z]{3,}$/.test(one.word) || alternatives(one).some(({ word }) => known.has(word))
      || (one.open && [...known].some((word) => word.startsWith(one.word)));
    if (words.every(isKnown)) return words === query.words ? undefined : [words];
    // A letter is left out more often than another is hit.
    const nearest = ({ word: typed }) => [...known].filter((word) => word.length > 1 && slips(word, typed))
      .sort((a, b) => b.length - a.length || (b[0] === typed[0]) - (a[0] === typed[0]));
    const plain = (one, word) => ({ ...one, word, form: word, tied: false, open: false });
    // As all words that a slip may have been, then as each of the likeliest: only a plain word stands for others.
    return [undefined, 0, 1, 2, 3].map((choice) => words.flatMap((one) => {
      if (isKnown(one)) return [one];
      const parts = unglued(one.word, known);
      if (parts) return parts.map((word) => plain(one, word));
      const near = nearest(one);
      if (near[choice]) return [plain(one, near[choice])];
      return [near.length ? { ...one, open: false, alts: near.map((word) => ({ word, weight: word[0] === one.word[0] ? 0.6 : 0.4 })) } : one];
    }));
  }

  window.congkhaiTimKiem('go', { mended, slips, syllable, unglued });
})();

// The search page. In: index files that call congkhaiTimKiem(name, data), as <script> elements, since neither fetch nor
// modules work from a folder. Out: nodes; never markup made from text.
//
// Words are cut as the build does (src/search/words.rs). The form of a word is its letters with their marks, tones at
// its end: hòa and hoà are one.
(() => {
  'use strict';

  const WORD = /[0-9]+(?:\.[0-9]+)*|[a-z]+/g;
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  const SHARDS = 3; // of words that begin like the last one
  const LENGTH = 180; // of a passage, in characters
  const EARLY = 24; // words of a text say what it is about
  const PIECES = ' … '; // parts the pieces of what else is found of a thing

  // What a word counts: within an entry, late or early in its text, in a long label, in other names, in a label of up to
  // 12, 7 or 3 words.
  const PLACES = [0.25, 0.35, 0.5, 0.7, 0.75, 0.76, 1, 1.1];
  // Of a task, passage, agency, document, term, indicator, page.
  const KINDS = [1.2, 0.9, 1.1, 0.82, 0.75, 0.85, 1.05];
  const ASKING = 0.12; // a word that only asks
  const PAIR = 0.5; // two words in a row, of the lesser
  const SAID = 0.92; // what an everyday word stands for
  const WEAK = 0.3; // other marks than those typed
  const FLOOR = 0.12; // of the best score

  /* Text to words */

  const cached = (make) => {
    const known = new Map();
    return (key) => {
      if (!known.has(key)) {
        const made = make(key);
        known.set(key, made);
        // What did not come is asked for again.
        if (made instanceof Promise) made.catch(() => known.delete(key));
      }
      return known.get(key);
    };
  };
  const lower = (text) => text.normalize('NFD').toLowerCase().replace(UNSEEN, '');
  const fold = cached((c) => lower(c).replace(/\p{M}/gu, '').replace(/đ/g, 'd'));
  const formOf = cached((text) => {
    const letters = lower(text);
    return letters.replace(TONES, '') + (letters.match(TONES) || []).join('');
  });

  function cut(text) {
    const places = [];
    let flat = '';
    let place = 0;
    for (const c of text) {
      const plain = fold(c);
      for (let i = 0; i < plain.length; i++) places.push(place);
      flat += plain;
      place += c.length;
    }
    places.push(place);
    return [...flat.matchAll(WORD)].map(({ 0: word, index }) => {
      const from = places[index];
      const to = places[index + word.length];
      return { word, form: formOf(text.slice(from, to)), from, to };
    });
  }

  /** "thuậ" begins "thuật"; a tone not yet typed is free. */
  function begins(form, start) {
    const tone = (start.match(TONES) || []).join('');
    const letters = start.replace(TONES, '');
    return form.startsWith(letters) && (form.match(TONES) || []).join('').startsWith(tone);
  }

  /* The index. Of a word: forms → postings (8 × document + place), next → documents in which that word follows,
     count → all its documents where the lists were cut. */

  function entriesOf(documents) {
    const entries = new Map();
    documents.forEach(([, label, text, , , more = '', place = '', names = ''], number) => {
      [more, text, place, names, label].forEach((part, index) => {
        const words = cut(part);
        const ofLabel = [3, 5, 6, 7][[12, 7, 3].filter((most) => words.length <= most).length];
        let before;
        words.forEach(({ word, form }, at) => {
          const rank = [0, at < EARLY ? 2 : 1, 4, 4, ofLabel][index];
          if (!entries.has(word)) entries.set(word, { forms: new Map(), next: new Map() });
          const entry = entries.get(word);
          if (!entry.forms.has(form)) entry.forms.set(form, []);
          const postings = entry.forms.get(form);
          const old = postings.length && postings[postings.length - 1] >> 3 === number ? postings.pop() : 0;
          postings.push(Math.max(old, number * 8 + rank));
          if (before) {
            if (!before.next.has(word)) before.next.set(word, new Set());
            before.next.get(word).add(number);
          }
          before = entry;
        });
      });
    });
    return entries;
  }

  function small({ docs }) {
    const entries = entriesOf(docs);
    return {
      first: 20,
      total: docs.length,
      kind: (number) => docs[number][0],
      word: async (word) => entries.get(word),
      begin: async (start) => ({ found: [...entries].filter(([word]) => word.startsWith(start)) }),
      letters: async () => [...entries.keys()].filter((word) => /^[a-z]/.test(word)),
      documents: async (numbers) => numbers.map((number) => docs[number]),
    };
  }

  const decoded = ({ t, n, c }) => {
    const spread = (lists, places) =>
      new Map(Object.entries(lists).map(([key, list]) => {
        let number = 0;
        return [key, list.map((code) => {
          number += Math.floor(code / places);
          return number * places + code % places;
        })];
      }));
    return { forms: spread(t, 8), next: spread(n, 1), count: c };
  };

  /** Words in shards (t0, t1…), documents in chunks (d0, d1…), numbered kind after kind. */
  function large({ terms, chunk, starts, total }, load) {
    const shard = cached(async (k) => {
      const words = new Map(Object.entries(await load('t' + k)));
      return { words, entry: cached((word) => decoded(words.get(word))) };
    });
    const shardOf = (word) => Math.max(0, terms.filter((first) => first <= word).length - 1);
    return {
      first: 10,
      total,
      kind: (number) => starts.filter((start) => start <= number).length - 1,
      word: async (word) => {
        const { words, entry } = await shard(shardOf(word));
        return words.has(word) ? entry(word) : undefined;
      },
      begin: async (start) => {
        const from = shardOf(start);
        const to = shardOf(start + '\uffff');
        const last = Math.min(to, from + SHARDS - 1);
        const read = await Promise.all(Array.from({ length: last - from + 1 }, (_, i) => shard(from + i)));
        const found = read.flatMap(({ words, entry }) =>
          [...words.keys()].filter((word) => word.startsWith(start)).map((word) => [word, entry(word)]));
        return { found, partial: last < to };
      },
      letters: async () => (await load('w')).split(' '),
      documents: (numbers) => Promise.all(numbers.map(async (number) =>
        (await load('d' + Math.floor(number / chunk)))[number % chunk])),
    };
  }

  /* Query to ranked documents */

  function read(query) {
    const text = query.normalize('NFC');
    const words = cut(text);
    const last = words[words.length - 1];
    words.forEach((word, i) => {
      // What is typed without a sign between belongs together: 36nq, 4T.
      word.tied = i + 1 < words.length && words[i + 1].from === word.to;
      word.open = word === last && last.to === text.length;
    });
    // Who types 8-2 may mean 8.2.
    const other = cut(text.replace(/(?<![\d/.-])(\d{1,2})[-_,](\d{1,2})(?![\d/.-])/g, '$1.$2'));
    const readings = other.length < words.length ? [words, other] : [words];
    return { text, words, readings, marked: words.some(({ word, form }) => word !== form), short: words.length === 1 && /^[a-z]$/.test(last.word) };
  }

  function alternatives({ word, form, alts }) {
    if (alts) return alts;
    const all = [{ word, form, weight: 1 }];
    if (/^[bcdghklmnpqrstvx]+u?[iy]$/.test(word)) {
      const other = (letters) => letters.replace(/[iy]/, (c) => (c === 'i' ? 'y' : 'i'));
      all.push({ word: other(word), form: other(form), weight: 0.95 });
    }
    return all;
  }

  const phrase = cached(cut);

  const placeOf = (sought, words) => words.findIndex((_, i) => sought.every(({ word, form }, j) => {
    const typed = words[i + j];
    return typed && typed.word === word && (typed.form === word || typed.form === form);
  }));

  /** The words, and what they become with others for the same, each with what it counts. */
  function variants(words, { synonyms = [], sayings = [], left = [] }) {
    const swaps = [];
    const swap = (from, to, weight) => {
      const at = placeOf(from, words);
      if (at >= 0) swaps.push({ at, end: at + from.length, to, weight });
    };
    for (const [rows, weight] of [[synonyms, 1], [sayings, SAID], [[[left, ['']]], 0.9]]) {
      for (const [typed, meant] of rows) {
        for (const from of typed) {
          meant.forEach((to, k) => to !== from && swap(phrase(from), phrase(to), weight - k * 0.03));
        }
      }
    }
    const length = ({ at, end }) => end - at;
    const inside = (a, b) => a.at >= b.at && a.end <= b.end && length(a) < length(b);
    const sets = [[]];
    // TT within TT&TT is no "thứ tự".
    for (const one of swaps.filter((a) => !swaps.some((b) => inside(a, b))).sort((a, b) => (b.to.length > 0) - (a.to.length > 0) || length(b) - length(a))) {
      for (const set of sets.slice()) {
        if (sets.length < 16 && set.every(({ at, end }) => one.end <= at || one.at >= end)) sets.push([...set, one]);
      }
    }
    return sets.map((set) => set.sort((a, b) => b.at - a.at).reduce(({ words: all, weight }, { at, end, to, weight: own }) => {
      // Words put in stand together, or "CNTT" would find any "công" beside any "tin".
      const instead = to.map((word, i) => ({ ...word, put: true, tied: i < to.length - 1 || all[end - 1].tied, open: false }));
      return { words: [...all.slice(0, at), ...instead, ...all.slice(end)], weight: weight * own };
    }, { words, weight: 1 }));
  }

  function unitsOf(words, { marked }, { asking = ['', ''] }) {
    const known = phrase(asking[marked ? 0 : 1]);
    const asks = ({ word, form, put }) => /^[a-z]$/.test(word) || (!put && known.some((one) => one.form === form));
    const all = words.every(asks);
    return words.map((word) => ({ ...word, alts: alternatives(word), weight: all || !asks(word) ? 1 : ASKING }));
  }

  function fit(term, form, alt, unit, marked) {
    const part = term === alt.word ? 1 : 0.6;
    if (!alt.form || (!marked && !unit.put) || form === alt.form) return part;
    if (unit.put) return 0.4;
    if (unit.open && begins(form, alt.form)) return part * 0.9;
    if (alt.form === alt.word) return part * 0.7;
    const [own, typed] = [form, alt.form].map((text) => text.replace(TONES, ''));
    return part * (own === typed ? WEAK : WEAK / 2);
  }

  /** What a word counts in the documents that hold it. */
  async function heldBy(unit, marked, index) {
    const [holds, entries, weak] = [new Map(), new Map(), new Set()];
    let [count, partial, best] = [0, false, 0];
    for (const alt of unit.alts) {
      const begun = unit.open ? await index.begin(alt.word) : { found: [[alt.word, await index.word(alt.word)]] };
      partial = partial || Boolean(begun.partial);
      for (const [term, entry] of begun.found) {
        if (!entry) continue;
        entries.set(term, entry);
        count = Math.max(count, entry.count || 0);
        for (const [form, postings] of entry.forms) {
          const weight = fit(term, form, alt, unit, marked) * alt.weight;
          best = Math.max(best, weight);
          for (const posting of postings) {
            const [number, score] = [posting >> 3, weight * PLACES[posting & 7]];
            if (weight > WEAK) weak.delete(number);
            else if (!holds.has(number)) weak.add(number);
            if (score > (holds.get(number) || 0)) holds.set(number, score);
          }
        }
      }
    }
    const idf = Math.log(1 + index.total / Math.max(1, count, holds.size));
    // Marks that no text has were slips.
    if (best <= WEAK) weak.clear();
    return { holds, weak, entries, isCut: count > 0, partial: partial || count > 0, idf, counts: unit.weight * idf };
  }

  function rowOf(first, second) {
    const row = new Set();
    for (const { next } of first.entries.values()) {
      for (const [word, numbers] of next) if (second.entries.has(word)) numbers.forEach((number) => row.add(number));
    }
    return row;
  }

  async function match(units, { marked }, index, known) {
    const held = await Promise.all(units.map((unit) => {
      const key = [unit.word, unit.form, unit.open, unit.put, unit.weight].join();
      if (!known.has(key)) known.set(key, heldBy(unit, marked, index));
      return known.get(key);
    }));
    const found = new Map();
    let [all, needed] = [0, 0];
    held.forEach((one, i) => {
      const isNeeded = units[i].weight === 1 && !one.isCut;
      all += one.counts;
      if (isNeeded) needed += one.counts;
      for (const [number, score] of one.holds) {
        const sum = found.get(number) || { sum: 0, held: 0, named: 0 };
        sum.sum += one.counts * score;
        if (isNeeded) sum.held += one.counts * (one.weak.has(number) ? 0.5 : 1);
        if (isNeeded && score >= PLACES[7]) sum.named += one.counts;
        found.set(number, sum);
      }
    });
    for (let i = 1; i < units.length; i += 1) {
      const [before, one] = [held[i - 1], held[i]];
      const row = rowOf(before, one);
      const counts = PAIR * Math.min(before.idf, one.idf) * (units[i].weight < 1 || units[i - 1].weight < 1 ? 0.8 : 1);
      all += counts;
      for (const number of row) {
        const sum = found.get(number);
        if (sum) sum.sum += counts * Math.min(before.holds.get(number) || 0, one.holds.get(number) || 0);
      }
      if (units[i - 1].tied && !before.isCut) {
        for (const number of found.keys()) if (!row.has(number)) found.delete(number);
      }
    }
    const scores = new Map();
    for (const [number, { sum, held: had, named }] of found) {
      const share = needed ? Math.min(1, had / needed + 1e-9) : 1;
      scores.set(number, { score: sum / all * share * KINDS[index.kind(number)], share, named: named > 0 && named === needed });
    }
    return { scores, partial: held.some(({ partial }) => partial) };
  }

  /** What holds all words, and near it where that is little; best first. */
  async function search(asked, data, index, mend) {
    const look = async (readings) => {
      const all = readings.flatMap((words) => variants(words, data)).map(({ words: own, weight }) => ({ units: unitsOf(own, asked, data), weight }));
      const known = new Map();
      const results = await Promise.all(all.map(({ units }) => match(units, asked, index, known)));
      const best = new Map();
      // What is typed comes before what it may stand for.
      const met = Math.max(0, ...[...results[0].scores.values()].map(({ score, share }) => (share >= 1 ? score : 0))) > 0.35;
      results.forEach(({ scores }, i) => {
        const weight = all[i].weight * (met && all[i].weight <= SAID ? 0.7 : 1);
        for (const [number, { score, share, named }] of scores) {
          const old = best.get(number) || { score: 0, share: 0 };
          const now = { score: score * weight, share, named: named && !i };
          if (now.share >= 1 === old.share >= 1 ? now.score > old.score : now.share > old.share) best.set(number, now);
        }
      });
      const ranked = [...best].sort((a, b) => b[1].score - a[1].score || a[0] - b[0]);
      const full = ranked.filter(([, { share }]) => share >= 1);
      // A name stands among the first.
      const named = full.findIndex(([, one]) => one.named);
      if (named > 1) full.splice(1, 0, ...full.splice(named, 1));
      return {
        all: all.map(({ units }) => units.filter(({ weight }) => weight === 1)),
        full: full.filter(([, { score }]) => score >= full[0][1].score * FLOOR),
        rest: ranked.filter(([, { share }]) => share < 1),
        partial: results.some(({ partial }) => partial),
      };
    };
    let found = await look(asked.readings);
    const mended = !found.full.length && mend && await mend(asked, index, alternatives, data, phrase);
    if (mended) found = await look([...asked.readings, ...mended]);
    const numbersOf = (list) => list.map(([number]) => number);
    // Numbers of tasks are meant as they are typed.
    const exact = asked.words.filter(({ word }) => /^\d{1,2}\.\d{1,2}$/.test(word));
    const nearest = Math.max(0, ...found.rest.map(([, { share }]) => share));
    const [least, most] = found.full.length ? [0.6, 5] : [0.35, 20];
    const near = exact.length ? (found.full.length ? [] : (await look([exact])).full.slice(0, most))
      : found.full.length > 8 ? [] : found.rest.filter(([, { share }]) => share >= Math.max(least, nearest * 0.8)).slice(0, most);
    return { all: found.all, numbers: numbersOf(found.full), near: numbersOf(near), total: found.full.length, partial: found.partial, mended };
  }

  /* Showing */

  /** The places to mark; the longest run of the query's words is the best. */
  function marks(text, { all, marked }) {
    const words = cut(text);
    const find = (same) => {
      const runs = words.map(() => 0);
      let best = { length: 0, at: 0 };
      words.forEach((_, i) => {
        for (const variant of all) {
          variant.forEach((_, j) => {
            let n = 0;
            while (words[i + n] && variant[j + n] && same(words[i + n], variant[j + n])) n++;
            // Words put in count as a whole.
            if (j + n > 0 && ((j && variant[j - 1].tied) || (variant[j + n - 1].tied && j + n < variant.length))) n = 0;
            const full = n === variant.length;
            // A whole variant beats parts of a longer one.
            const length = full ? Infinity : n;
            if (length > best.length) best = { length, at: words[i].from };
            for (let k = 0; k < n; k++) runs[i + k] = Math.max(runs[i + k], length);
          });
        }
      });
      const least = best.length === Infinity ? Infinity : 1;
      return { at: best.at, length: best.length, places: words.filter((_, i) => runs[i] >= least) };
    };
    const is = (a, alt, open) => a.word === alt.word || (open && a.word.startsWith(alt.word));
    const exact = find((a, { alts, open }) => alts.some((alt) => is(a, alt, open) && (!alt.form || begins(a.form, alt.form))));
    return marked && exact.places.length ? exact : find((a, { alts, open }) => alts.some((alt) => is(a, alt, open)));
  }

  function node(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /** The piece of the text from `from` to `to`, its places in <mark>. */
  function withMarks(text, places, from, to) {
    const pieces = [];
    let at = from;
    for (const place of places) {
      if (place.from < at || place.to > to) continue;
      const gap = text.slice(at, place.from);
      const last = pieces[pieces.length - 1];
      if (gap.length < 3 && last instanceof Element) last.append(gap + text.slice(place.from, place.to));
      else pieces.push(gap, node('mark', {}, text.slice(place.from, place.to)));
      at = place.to;
    }
    return [...pieces, text.slice(at, to)];
  }

  function passage(text, more, asked) {
    const pieces = [text, ...more.split(PIECES)].filter(Boolean).map((piece) => ({ text: piece, ...marks(piece, asked) }));
    const best = pieces.reduce((one, other) => (other.length > one.length ? other : one), { text, at: 0, length: 0, places: [] });
    return best.text ? clipped(best) : undefined;
  }

  function clipped({ text, at, places }) {
    let from = at < LENGTH / 2 || text.length <= LENGTH ? 0 : at - LENGTH / 3;
    while (from > 0 && !/\s/.test(text[from - 1])) from--;
    let to = Math.min(text.length, from + LENGTH);
    while (to < text.length && !/\s/.test(text[to])) to++;
    return [from > 0 ? '… ' : '', ...withMarks(text, places, from, to), to < text.length ? '…' : ''];
  }

  // The tests read the functions that need no page.
  const received = new Map();
  window.congkhaiTimKiem = Object.assign((name, data) => received.set(name, data), { cut, begins, small, large, read, search, received });

  const place = document.getElementById('ket-qua');
  if (!place) return;
  const box = document.getElementById('q');
  const status = document.getElementById('dem-ket-qua');
  const list = document.getElementById('a-z');
  const root = place.dataset.goc || '';
  const [, folder, version] = /^(.*?)[^/?]*(\?.*)?$/.exec(place.dataset.chiMuc);

  const load = cached((name) => new Promise((done, failed) => {
    const src = name === 'go' ? place.dataset.go : `${root}${folder}${name}.js${version || ''}`;
    const script = node('script', { src });
    script.onload = () => (received.has(name) ? done(received.get(name)) : failed(new Error(name)));
    script.onerror = () => failed(new Error(name));
    document.head.append(script);
  }));
  const open = cached(async () => {
    const data = await load('chi-muc');
    return { data, index: data.docs ? small(data) : large(data, load) };
  });

  function result([kind, label, text, href, standing, more, place], asked, { kinds, standings }) {
    const link = node('a', { href: root + href }, ...withMarks(label, marks(label, asked).places, 0, label.length));
    const name = node('p', { className: 'name' }, link);
    if (standing >= 0) {
      const [tone, word] = standings[standing];
      name.append(' ', node('span', { className: `tag ${tone}` }, word));
    }
    const shown = passage(text, more, asked);
    const item = node('li', {}, name, node('p', { className: 'note' }, place || kinds[kind]), ...(shown ? [node('p', {}, ...shown)] : []));
    item.dataset.kind = kinds[kind];
    return item;
  }

  async function listOf(numbers, asked, { data, index }) {
    const items = node('ol', { className: 'results' });
    const more = node('button', { type: 'button', className: 'more' }, 'Xem thêm');
    const add = async (count) => {
      const from = items.childElementCount;
      const documents = await index.documents(numbers.slice(from, from + count));
      items.append(...documents.map((one) => result(one, asked, data)));
      more.hidden = items.childElementCount >= numbers.length;
      return items.children[from].querySelector('a');
    };
    await add(index.first);
    more.onclick = async () => (await add(20)).focus();
    return [items, more];
  }

  /** What was found, and buttons that leave one kind. */
  async function shown({ numbers, near, partial }, asked, ready) {
    const { data, index } = ready;
    const [body, bar] = [node('div', {}), node('div', { className: 'kinds', role: 'group', ariaLabel: 'Chỉ xem một loại' })];
    const ofKind = new Map();
    for (const number of numbers) ofKind.set(index.kind(number), [...(ofKind.get(index.kind(number)) || []), number]);
    const choices = [['Tất cả', numbers], ...[...ofKind].sort(([a], [b]) => a - b).map(([kind, own]) => [data.kinds[kind], own])];
    for (const [name, own] of choices) {
      const count = `${partial ? 'ít nhất ' : ''}${own.length.toLocaleString('vi')}`;
      const button = node('button', { type: 'button', ariaPressed: own === numbers }, `${name} (${count})`);
      button.onclick = async () => {
        const list = await listOf(own, asked, ready);
        for (const one of bar.children) one.ariaPressed = one === button;
        body.replaceChildren(...list);
      };
      bar.append(button);
    }
    if (numbers.length) body.append(...await listOf(numbers, asked, ready));
    const others = near.length ? await listOf(near, asked, ready) : [];
    if (near.length && numbers.length) others.unshift(node('p', { className: 'summary' }, 'Gần giống:'));
    return [...(ofKind.size > 1 ? [bar] : []), body, ...others];
  }

  let turn = 0;
  /** Shows, and gives the sentence for the status; nothing where a newer search has begun. */
  async function run(query) {
    const mine = ++turn;
    const asked = read(query);
    const found = asked.words.length > 0 && !asked.short;
    list.hidden = found;
    if (!found) {
      place.replaceChildren();
      return asked.short ? 'Hãy gõ ít nhất hai chữ.' : '';
    }
    try {
      const ready = await open();
      const answer = await search(asked, ready.data, ready.index, async (...query) => (await load('go')).mended(...query));
      const { near, total, partial } = answer;
      const nodes = await shown(answer, { ...asked, all: answer.all }, ready);
      if (mine !== turn) return undefined;
      place.replaceChildren(...nodes);
      list.hidden = total + near.length > 0;
      const words = `“${query.trim()}”`;
      const guessed = answer.mended ? ', tìm cả theo chữ gần giống' : '';
      if (total) return `${partial ? 'Ít nhất ' : ''}${total.toLocaleString('vi')} kết quả cho ${words}${guessed}`;
      if (near.length) return `Không có trang nào có đủ các chữ của ${words}; gần nhất là ${near.length} kết quả sau${guessed}.`;
      return `Không có kết quả nào cho ${words}. Hãy thử ít từ hơn, gõ không dấu, hoặc xem danh sách A–Z bên dưới.`;
    } catch {
      if (mine !== turn) return undefined;
      place.replaceChildren();
      list.hidden = false;
      return 'Không tải được chỉ mục tìm kiếm. Hãy xem danh sách A–Z bên dưới, hoặc tải lại trang.';
    }
  }

  let quiet;
  /** The address and the count wait until the typing rests. */
  function type(pause) {
    const query = box.value;
    const shown = run(query);
    clearTimeout(quiet);
    quiet = setTimeout(async () => {
      const address = new URL(location.href);
      if (query.trim()) address.searchParams.set('q', query);
      else address.searchParams.delete('q');
      if (address.href !== location.href) history.replaceState(null, '', address);
      const sentence = await shown;
      if (sentence !== undefined && query === box.value && status.textContent !== sentence) status.textContent = sentence;
    }, pause);
  }

  box.addEventListener('input', () => type(300));
  box.addEventListener('focus', () => open().catch(() => {}), { once: true });
  box.form.addEventListener('submit', (event) => {
    event.preventDefault();
    type(0);
  });
  document.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [box, ...place.querySelectorAll('a, .more:not([hidden])')];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const next = stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });

  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    box.value = asked;
    type(0);
  }
})();

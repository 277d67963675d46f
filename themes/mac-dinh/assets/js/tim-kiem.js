// The search page: finds, ranks and shows what the index of the build holds.
//
// In: index files that call congkhaiTimKiem(name, data). They come as <script> elements, because
// neither fetch nor modules work from a folder. Out: nodes; never markup made from text.
//
// Words (the build cuts in the same way): fold the text (NFD, lower case, no marks, đ → d), then
// take every match of WORD. The form of a word is its letters with their marks, tones moved to
// its end, so that hòa and hoà are one form and hoa another.
(() => {
  'use strict';

  const WORD = /[0-9]+(?:\.[0-9]+)*|[a-z]+/g;
  const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
  const UNSEEN = /[\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
  const SHARDS = 3; // of words that begin like the last one
  const LENGTH = 180; // of a passage, in characters

  /* Text to words */

  const cached = (make) => {
    const known = new Map();
    return (key) => {
      if (!known.has(key)) {
        const made = make(key);
        known.set(key, made);
        // A file that did not come is asked for again.
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

  /** The words of a text: folded, with their form and their place in it. */
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

  /** Whether a form begins like the other: "thuậ" begins "thuật", a tone not yet typed is free. */
  function begins(form, start) {
    const tone = (start.match(TONES) || []).join('');
    const letters = start.replace(TONES, '');
    return form.startsWith(letters) && (form.match(TONES) || []).join('').startsWith(tone);
  }

  /* The index. An entry says of a word: forms → postings (twice the document's number, one more
     where the word stands in the label), and next → documents in which that word follows. */

  const put = (map, key, value) => {
    const list = map.get(key);
    if (!list) map.set(key, [value]);
    else if (list[list.length - 1] !== value) list.push(value);
  };

  function entriesOf(documents) {
    const entries = new Map();
    documents.forEach(([, label, text, , , extra], number) => {
      const inLabel = new Set();
      [label, text, extra].forEach((part, index) => {
        let before;
        for (const { word, form } of cut(part)) {
          if (!entries.has(word)) entries.set(word, { forms: new Map(), next: new Map() });
          if (index === 0) inLabel.add(form);
          put(entries.get(word).forms, form, number * 2 + (inLabel.has(form) ? 1 : 0));
          if (before) put(before.next, word, number);
          before = entries.get(word);
        }
      });
    });
    return entries;
  }

  function small({ docs }) {
    const entries = entriesOf(docs);
    return {
      first: 20,
      kind: (number) => docs[number][0],
      word: async (word) => [[word, entries.get(word)]],
      begin: async (start) => ({ found: [...entries].filter(([word]) => word.startsWith(start)) }),
      documents: async (numbers) => numbers.map((number) => docs[number]),
    };
  }

  /** Undoes the delta code of a shard's lists: t holds 2 × difference + (1 in the label), n differences. */
  const decoded = ({ t, n }) => {
    const spread = (lists, step) =>
      new Map(Object.entries(lists || {}).map(([key, list]) => {
        let number = 0;
        return [key, list.map((code) => {
          number += step === 2 ? code >> 1 : code;
          return step === 2 ? number * 2 + (code & 1) : number;
        })];
      }));
    return { forms: spread(t, 2), next: spread(n, 1) };
  };

  /** Words in shards (t0, t1…), documents in chunks (d0, d1…), numbered kind after kind. */
  function large({ terms, chunk, starts }, load) {
    const shard = cached(async (k) => {
      const words = new Map(Object.entries(await load('t' + k)));
      return { words, entry: cached((word) => decoded(words.get(word))) };
    });
    const shardOf = (word) => Math.max(0, terms.filter((first) => first <= word).length - 1);
    return {
      first: 10,
      kind: (number) => starts.filter((start) => start <= number).length - 1,
      word: async (word) => {
        const { words, entry } = await shard(shardOf(word));
        return [[word, words.has(word) ? entry(word) : undefined]];
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
      documents: (numbers) => Promise.all(numbers.map(async (number) =>
        (await load('d' + Math.floor(number / chunk)))[number % chunk])),
    };
  }

  /* Query to ranked documents */

  function read(query) {
    const text = query.normalize('NFC');
    const words = cut(text);
    const last = words[words.length - 1];
    return {
      words,
      marked: words.some(({ word, form }) => word !== form),
      open: Boolean(last) && last.to === text.length,
      short: words.length === 1 && /^[a-z]$/.test(last.word),
    };
  }

  /** The query, and what it becomes with abbreviations written out or long names shortened. */
  function variants(words, synonyms) {
    const swaps = [];
    for (const group of synonyms) {
      const sides = group.map(cut);
      for (const from of sides) {
        const at = words.findIndex((_, i) => from.every(({ word }, j) => (words[i + j] || {}).word === word));
        for (const to of at < 0 ? [] : sides.filter((side) => side !== from)) swaps.push({ at, end: at + from.length, to });
      }
    }
    const length = ({ at, end }) => end - at;
    const inside = (a, b) => a.at >= b.at && a.end <= b.end && length(a) < length(b);
    const sets = [[]];
    // TT within TT&TT is no "thứ tự"; swaps of several places are tried together.
    for (const swap of swaps.filter((a) => !swaps.some((b) => inside(a, b)))) {
      for (const set of sets.slice()) {
        if (sets.length < 8 && set.every(({ at, end }) => swap.end <= at || swap.at >= end)) sets.push([...set, swap]);
      }
    }
    return sets.map((set) => set.sort((a, b) => b.at - a.at).reduce((all, { at, end, to }) => {
      // Words put in stand together, or "CNTT" would find any "công" beside any "tin".
      const instead = to.map((word, i) => ({ ...word, put: true, tied: i < to.length - 1 }));
      return [...all.slice(0, at), ...instead, ...all.slice(end)];
    }, words));
  }

  /** Documents that hold every word, with a score: forms as typed, then words in a row, then in the label. */
  async function match(words, { open, marked }, index) {
    const asked = await Promise.all(words.map(async ({ word, put: given }, i) =>
      open && !given && i === words.length - 1 ? { start: true, ...await index.begin(word) } : { found: await index.word(word) }));
    let kept;
    words.forEach(({ word, form }, i) => {
      const { found, start } = asked[i];
      const holds = new Map();
      for (const [term, entry] of found) {
        for (const [other, postings] of entry ? entry.forms : []) {
          const whole = term === word && (!marked || other === form);
          const exact = whole ? 2 : start && marked && begins(other, form) ? 1 : 0;
          for (const posting of postings) {
            const old = holds.get(posting >> 1) || { exact: 0, label: 0 };
            holds.set(posting >> 1, { exact: Math.max(old.exact, exact), label: old.label | (posting & 1) });
          }
        }
      }
      const before = i > 0 && asked[i - 1].found[0][1];
      const row = new Set();
      for (const [next, numbers] of before ? before.next : []) {
        if (start ? next.startsWith(word) : next === word) numbers.forEach((number) => row.add(number));
      }
      const now = new Map();
      for (const [number, { exact, label }] of holds) {
        const old = kept ? kept.get(number) : { exact: 0, row: true, label: 1 };
        const inRow = i === 0 || row.has(number);
        if (old && (inRow || !words[i - 1].tied)) {
          now.set(number, { exact: old.exact + exact, row: old.row && inRow, label: old.label & label });
        }
      }
      kept = now;
    });
    const scores = new Map();
    for (const [number, { exact, row, label }] of kept) {
      scores.set(number, Math.round(exact / words.length * 100) * 4 + (row ? 2 : 0) + label);
    }
    return { scores, partial: asked.some(({ partial }) => partial) };
  }

  /** The numbers of the documents found, best first, one list a kind. */
  async function search(asked, synonyms, index) {
    const all = variants(asked.words, synonyms);
    const best = new Map();
    const results = await Promise.all(all.map((words) => match(words, asked, index)));
    for (const { scores } of results) {
      for (const [number, score] of scores) best.set(number, Math.max(score, best.get(number) || 0));
    }
    const groups = [];
    [...best].sort((a, b) => b[1] - a[1] || a[0] - b[0]).forEach(([number]) => {
      const kind = index.kind(number);
      (groups[kind] = groups[kind] || []).push(number);
    });
    return { all, groups, total: best.size, partial: results.some(({ partial }) => partial) };
  }

  /* Showing */

  /** The places to mark in a text, and the place of the best: the longest run of the query's words. */
  function marks(text, { all, open, marked }) {
    const words = cut(text);
    const find = (same) => {
      const runs = words.map(() => 0);
      let best = { length: 0, at: 0 };
      words.forEach((_, i) => {
        for (const variant of all) {
          variant.forEach((_, j) => {
            let n = 0;
            while (words[i + n] && variant[j + n] && same(words[i + n], variant[j + n], j + n === variant.length - 1)) n++;
            const full = n === variant.length;
            // Abbreviations may be shorter than what they stand for: a whole variant beats its parts.
            const length = full ? Infinity : n;
            if (length > best.length) best = { length, at: words[i].from };
            for (let k = 0; k < n; k++) runs[i + k] = Math.max(runs[i + k], length);
          });
        }
      });
      const least = best.length === Infinity ? Infinity : 1;
      return { at: best.at, length: best.length, places: words.filter((_, i) => runs[i] >= least) };
    };
    const folded = (a, b, last) => a.word === b.word || (last && open && !b.put && a.word.startsWith(b.word));
    const exact = find((a, b, last) => (folded(a, b, last) && begins(a.form, b.form)));
    return marked && exact.places.length ? exact : find(folded);
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

  function passage(text, asked) {
    const { at, places } = marks(text, asked);
    let from = at < LENGTH / 2 || text.length <= LENGTH ? 0 : at - LENGTH / 3;
    while (from > 0 && !/\s/.test(text[from - 1])) from--;
    let to = Math.min(text.length, from + LENGTH);
    while (to < text.length && !/\s/.test(text[to])) to++;
    return [from > 0 ? '… ' : '', ...withMarks(text, places, from, to), to < text.length ? '…' : ''];
  }

  // The tests read the functions that need no page.
  const received = new Map();
  window.congkhaiTimKiem = Object.assign((name, data) => received.set(name, data), { cut, begins, small, large, read, search });

  const place = document.getElementById('ket-qua');
  if (!place) return;
  const box = document.getElementById('q');
  const status = document.getElementById('dem-ket-qua');
  const list = document.getElementById('a-z');
  const root = place.dataset.goc || '';
  const [, folder, version] = /^(.*?)[^/?]*(\?.*)?$/.exec(place.dataset.chiMuc);

  const load = cached((name) => new Promise((done, failed) => {
    const script = node('script', { src: `${root}${folder}${name}.js${version || ''}` });
    script.onload = () => (received.has(name) ? done(received.get(name)) : failed(new Error(name)));
    script.onerror = () => failed(new Error(name));
    document.head.append(script);
  }));
  const open = cached(async () => {
    const data = await load('chi-muc');
    return { data, index: data.docs ? small(data) : large(data, load) };
  });

  function result([, label, text, href, standing, extra], asked, standings) {
    const link = node('a', { href: root + href }, ...withMarks(label, marks(label, asked).places, 0, label.length));
    const name = node('p', { className: 'name' }, link);
    if (standing >= 0) {
      const [tone, word] = standings[standing];
      name.append(' ', node('span', { className: `tag ${tone}` }, word));
    }
    return node('li', {}, name, ...(text ? [node('p', {}, ...passage(text, asked))] : []));
  }

  async function group(numbers, kind, asked, { data, index }, partial) {
    const items = node('ol', { className: 'results' });
    const more = node('button', { type: 'button' }, 'Xem thêm');
    const add = async (count) => {
      const from = items.childElementCount;
      const documents = await index.documents(numbers.slice(from, from + count));
      items.append(...documents.map((one) => result(one, asked, data.standings)));
      more.hidden = items.childElementCount >= numbers.length;
      return items.children[from].querySelector('a');
    };
    await add(index.first);
    more.onclick = async () => (await add(20)).focus();
    const count = `${partial ? 'ít nhất ' : ''}${numbers.length.toLocaleString('vi')}`;
    return node('section', {}, node('h2', {}, `${data.kinds[kind]} (${count})`), items, more);
  }

  let turn = 0;
  /** Searches, shows, and gives the sentence for the status; nothing where a newer search has begun. */
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
      const answer = await search(asked, ready.data.synonyms, ready.index);
      const { groups, total, partial } = answer;
      const sections = await Promise.all(ready.data.kinds.map((_, kind) =>
        groups[kind] && group(groups[kind], kind, { ...asked, all: answer.all }, ready, partial)));
      if (mine !== turn) return undefined;
      place.replaceChildren(...sections.filter(Boolean));
      list.hidden = total > 0;
      const words = `“${query.trim()}”`;
      if (total > 0) return `${partial ? 'Ít nhất ' : ''}${total.toLocaleString('vi')} kết quả cho ${words}`;
      return `Không có kết quả nào cho ${words}. Hãy thử ít từ hơn, gõ không dấu, hoặc xem danh sách A–Z bên dưới.`;
    } catch {
      if (mine !== turn) return undefined;
      place.replaceChildren();
      list.hidden = false;
      return 'Không tải được chỉ mục tìm kiếm. Hãy xem danh sách A–Z bên dưới, hoặc tải lại trang.';
    }
  }

  let quiet;
  /** Shows at once; the address and the spoken count wait until the typing rests. */
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
    const stops = [box, ...place.querySelectorAll('a, button:not([hidden])')];
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

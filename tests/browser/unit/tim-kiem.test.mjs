import assert from 'node:assert/strict';
import test from 'node:test';
import { run } from './script.mjs';
import { sharded } from './shards.mjs';

const { cut, begins, small, large, read, search } = run('tim-kiem.js').congkhaiTimKiem;

const doc = (kind, label, text = '', extra = '') => [kind, label, text, '', -1, extra];
const synonyms = [['CNTT', 'công nghệ thông tin'], ['UBND', 'Ủy ban nhân dân'], ['TT&TT', 'Thông tin và Truyền thông']];
const kinds = ['Nhiệm vụ', 'Cơ quan'];

/** Asks the documents in both forms of the index and expects the labels, kind after kind. */
async function check(query, docs, expected) {
  const data = { kinds, standings: [], synonyms, docs };
  const files = sharded(data, { chunk: 2, words: 3 });
  const indexes = { small: small(data), large: large(files['chi-muc'], async (name) => files[name]) };
  for (const [name, index] of Object.entries(indexes)) {
    const asked = read(query);
    const { groups } = await search(asked, synonyms, index);
    const found = await index.documents(groups.flat());
    assert.deepEqual([...found].map(([, label]) => label), expected, `${query} (${name})`);
  }
}

test('words are folded runs of letters and numbers with their points', () => {
  const words = (text) => [...cut(text)].map(({ word }) => word);
  assert.deepEqual(words('36-NQ/TW'), ['36', 'nq', 'tw']);
  assert.deepEqual(words('36nq tw'), ['36', 'nq', 'tw']);
  assert.deepEqual(words('Nhiệm vụ 4.3.'), ['nhiem', 'vu', '4.3']);
  assert.deepEqual(words('30/7/2015'), ['30', '7', '2015']);
  assert.deepEqual(words('Đẩy\u200b mạnh'), ['day', 'manh']);
  assert.deepEqual(words('So\u031b\u0309'.normalize('NFD')), ['so']);
});

test('the form of a word keeps its marks and forgets where its tone stands', () => {
  const form = (text) => cut(text)[0].form;
  assert.equal(form('hòa'), form('HOÀ'));
  assert.equal(form('thủy'), form('thuỷ'.normalize('NFD')));
  assert.notEqual(form('hoa'), form('hòa'));
  assert.notEqual(form('sơ'), form('so'));
  assert.notEqual(form('đa'), form('da'));
  assert.ok(begins(form('thuật'), form('thuậ')));
  assert.ok(begins(form('thuật'), form('thuâ')));
  assert.ok(!begins(form('thuật'), form('thuấ')));
});

test('places point into the text as it is written', () => {
  for (const text of ['Sở Nội vụ', 'Sở Nội vụ'.normalize('NFD')]) {
    const [, word] = cut(text);
    assert.equal(text.slice(word.from, word.to).normalize('NFC'), 'Nội');
  }
});

test('a query without accents finds every form; with accents the exact forms come first', async () => {
  const docs = [doc(0, 'Đường truyện'), doc(0, 'Đường truyền'), doc(0, 'Đường sá')];
  await check('duong truyen', docs, ['Đường truyện', 'Đường truyền']);
  await check('đường truyền', docs, ['Đường truyền', 'Đường truyện']);
  await check('ĐƯỜNG TRUYỀN'.normalize('NFD'), docs, ['Đường truyền', 'Đường truyện']);
});

test('words in a row come before words apart, labels before texts', async () => {
  const docs = [doc(0, 'a', 'ký bằng chữ'), doc(0, 'b', 'dùng chữ ký'), doc(0, 'Chữ ký c')];
  await check('chu ky', docs, ['Chữ ký c', 'b', 'a']);
});

test('the last word may be a beginning, unless a space closes it', async () => {
  const docs = [doc(0, 'An toàn'), doc(0, 'An to')];
  await check('an to', docs, ['An to', 'An toàn']);
  await check('an to ', docs, ['An to']);
});

test('abbreviations and long names find each other, words put in stand together', async () => {
  const docs = [doc(0, 'Ứng dụng CNTT'), doc(0, 'Công nghệ thông tin'), doc(0, 'Tin công nghệ, thông báo'), doc(1, 'UBND tỉnh'), doc(1, 'Sở TT&TT')];
  await check('cntt', docs, ['Ứng dụng CNTT', 'Công nghệ thông tin']);
  await check('công nghệ thông tin', docs, ['Ứng dụng CNTT', 'Công nghệ thông tin', 'Tin công nghệ, thông báo']);
  await check('uy ban nhan dan tinh', docs, ['UBND tỉnh']);
  await check('so thong tin va truyen thong', docs, ['Sở TT&TT']);
});

test('the numbers of tasks and documents are found in any spelling', async () => {
  const docs = [doc(0, '4.3. Đào tạo', '', 'Nhiệm vụ 4.3'), doc(0, '4.30. Khác', 'theo 4.3'), doc(0, '5.1. Xem 36-NQ/TW')];
  await check('nhiệm vụ 4.3', docs, ['4.3. Đào tạo']);
  await check('4.3', docs, ['4.3. Đào tạo', '4.30. Khác']);
  for (const query of ['36-NQ/TW', '36 nq tw', '36nq/tw']) await check(query, docs, ['5.1. Xem 36-NQ/TW']);
});

test('words of the kind "constructor" are only words', async () => {
  await check('constructor', [doc(0, 'a b')], []);
});

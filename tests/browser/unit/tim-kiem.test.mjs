import assert from 'node:assert/strict';
import test from 'node:test';
import { searching } from './script.mjs';
import { sharded } from './shards.mjs';

const { cut, begins, small, large, read, search, mended, slips, syllable, unglued } = searching();

const [TASK, AGENCY, TERM] = [0, 2, 4];
const doc = (kind, label, text = '', more = '', place = '', names = '') => [kind, label, text, '', -1, more, place, names];
const both = (one, other) => [[[one], [other]], [[other], [one]]];
const synonyms = [...both('CNTT', 'công nghệ thông tin'), ...both('UBND', 'Ủy ban nhân dân'), ...both('TT&TT', 'Thông tin và Truyền thông'), [['4T'], ['Thông tin và Truyền thông']]];
const sayings = [[['căn cước', 'cccd'], ['dữ liệu dân cư', 'dân cư']]];
const asking = ['là gì ở đâu bao giờ có không của và', 'la gi o dau'];
const kinds = ['Nhiệm vụ', 'Điểm', 'Cơ quan', 'Văn bản', 'Thuật ngữ'];
const left = ['nhiệm vụ', 'tỉnh Thanh Hóa'];

/** Asks the documents in both forms of the index, and expects labels in order: what holds all, then what is near. */
async function check(query, docs, expected, near = []) {
  const data = { kinds, standings: [], synonyms, sayings, asking, left, docs };
  const files = sharded(data, { chunk: 2, words: 3 });
  const indexes = { small: small(data), large: large(files['chi-muc'], async (name) => files[name]) };
  for (const [name, index] of Object.entries(indexes)) {
    const found = await search(read(query), data, index, mended);
    const labels = async (numbers) => [...await index.documents(numbers)].map(([, label]) => label);
    assert.deepEqual([await labels(found.numbers), await labels(found.near)], [expected, near], `${query} (${name})`);
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
  const docs = [doc(TASK, 'Đường truyện'), doc(TASK, 'Đường truyền'), doc(TASK, 'Đường sá')];
  await check('duong truyen', docs, ['Đường truyện', 'Đường truyền']);
  await check('đường truyền', docs, ['Đường truyền'], ['Đường truyện']);
  await check('ĐƯỜNG TRUYỀN'.normalize('NFD'), docs, ['Đường truyền'], ['Đường truyện']);
});

test('words are whole syllables with the marks that were typed', async () => {
  const docs = [doc(TASK, 'Hồ sơ của dân'), doc(AGENCY, 'Sở Nội vụ'), doc(TASK, 'Sóng biển'), doc(TASK, 'Cửa khẩu')];
  await check('so ', docs, ['Sở Nội vụ', 'Hồ sơ của dân']);
  await check('cửa', docs, ['Cửa khẩu']);
});

test('words in a row come before words apart, labels before texts, over all kinds', async () => {
  const docs = [doc(TASK, 'a', 'ký bằng chữ'), doc(TASK, 'b', 'dùng chữ ký'), doc(AGENCY, 'Chữ ký c')];
  await check('chu ky', docs, ['Chữ ký c', 'b', 'a']);
});

test('the last word may be a beginning, unless a space closes it', async () => {
  const docs = [doc(TASK, 'An toàn'), doc(TASK, 'An to')];
  await check('an to', docs, ['An to', 'An toàn']);
  await check('an to ', docs, ['An to']);
});

test('abbreviations and long names find each other, words put in stand together', async () => {
  const docs = [doc(TASK, 'Ứng dụng CNTT'), doc(TASK, 'Công nghệ thông tin'), doc(TASK, 'Tin công nghệ, thông báo'), doc(AGENCY, 'UBND tỉnh'), doc(AGENCY, 'Sở TT&TT')];
  await check('cntt', docs, ['Ứng dụng CNTT', 'Công nghệ thông tin']);
  await check('công nghệ thông tin', docs, ['Ứng dụng CNTT', 'Công nghệ thông tin', 'Tin công nghệ, thông báo']);
  await check('uy ban nhan dan tinh', docs, ['UBND tỉnh']);
  await check('so thong tin va truyen thong', docs, ['Sở TT&TT']);
  await check('Sở TT & TT', docs, ['Sở TT&TT']);
  await check('sở 4t', [doc(AGENCY, 'Sở Thông tin và Truyền thông'), doc(TASK, '4 thôn')], ['Sở Thông tin và Truyền thông']);
});

test('what only asks is left out, and everyday words find what they stand for', async () => {
  const docs = [doc(TASK, 'Cơ sở dữ liệu dân cư'), doc(TASK, 'Dân và cư xá'), doc(TERM, 'PPP', 'hợp tác công tư')];
  await check('làm căn cước', docs, [], ['Cơ sở dữ liệu dân cư']);
  await check('căn cước ở đâu', docs, ['Cơ sở dữ liệu dân cư']);
  await check('cccd', docs, ['Cơ sở dữ liệu dân cư']);
  await check('PPP là gì', docs, ['PPP']);
  await check('ppp la gi', docs, ['PPP']);
});

test('where nothing holds all words, the nearest is told apart', async () => {
  const docs = [doc(TASK, 'Băng thông rộng'), doc(TASK, 'Thủy lợi'), doc(TASK, 'Chợ')];
  await check('băng thông rộng thủy', docs, [], ['Băng thông rộng']);
  await check('xyzzy', docs, []);
  await check('nhiệm vụ 9.9', [doc(TASK, 'Thủy lợi', '', '', 'Nhiệm vụ 4.4')], []);
});

test('what keys left unmade, lost spaces, slips and i for y are put right', async () => {
  const docs = [doc(TASK, 'Chữ ký số'), doc(TASK, 'Thương mại điện tử'), doc(TASK, 'Băng thông rộng')];
  for (const query of ['chuw kys soos', 'chu74 ky1 so61', 'chữ kí số', 'chu ki so', 'chukyso']) await check(query, docs, ['Chữ ký số']);
  for (const query of ['thươngmại điện tử', 'thuong mai dien tuwr', 'thuong mại điêjn tử', 'thuongmaidientu']) await check(query, docs, ['Thương mại điện tử']);
  for (const query of ['băng thông rộg', 'bang thogn rong', 'băngg thông']) await check(query, docs, ['Băng thông rộng']);
  assert.equal(syllable('ddieenj'), 'dien');
  assert.equal(syllable('so61'), 'so');
  assert.equal(syllable('cong'), undefined);
  assert.equal(syllable('k12'), undefined);
  assert.ok(slips('thong', 'thogn') && slips('rong', 'rog') && !slips('rong', 'long tu'));
  assert.deepEqual(unglued('dichvucong', new Set(['dich', 'vu', 'cong', 'di'])), ['dich', 'vu', 'cong']);
});

test('the numbers of tasks and documents are found in any spelling', async () => {
  const docs = [doc(TASK, 'Đào tạo', '', '', 'Nhiệm vụ 4.3'), doc(TASK, 'Khác', 'theo 4.3', '', 'Nhiệm vụ 4.30'), doc(TASK, 'Xem 36-NQ/TW', '', '', 'Nhiệm vụ 5.1')];
  await check('nhiệm vụ 4.3', docs, ['Đào tạo', 'Khác']);
  for (const query of ['4.3', '4-3']) await check(query, docs, ['Đào tạo', 'Khác']);
  for (const query of ['36-NQ/TW', '36 nq tw', '36nq/tw']) await check(query, docs, ['Xem 36-NQ/TW']);
});

test('what is called just so stands among the first', async () => {
  const docs = [...'abc'].map((letter) => doc(TASK, `Ứng dụng CNTT ${letter}`));
  const data = [...docs, doc(TERM, 'CNTT', 'công nghệ thông tin')];
  await check('cntt', data, ['Ứng dụng CNTT a', 'CNTT', 'Ứng dụng CNTT b', 'Ứng dụng CNTT c']);
});

test('words of the kind "constructor" are only words', async () => {
  await check('constructor', [doc(TASK, 'a b')], []);
});

import assert from 'node:assert/strict';
import test from 'node:test';
import { run } from './script.mjs';

const { fits, ordered } = run('loc.js').congkhaiLoc;
const row = {
  tinhTrang: 'done', nhom: '6', chuTri: 'so-a so-b', phoiHop: 'so-c', tu: '2015', den: '2020', minhChung: 'co',
};

function check(chosen, expected) {
  assert.equal(fits(row, chosen), expected, JSON.stringify(chosen));
}

test('every filter tells rows apart, and filters combine', () => {
  check({}, true);
  check({ 'tinh-trang': 'done' }, true);
  check({ 'tinh-trang': 'overdue' }, false);
  check({ nhom: '6', nam: '2020' }, true);
  check({ nhom: '6', nam: '2021' }, false);
  check({ 'minh-chung': 'khong' }, false);
  check({ 'co-quan': 'so' }, false);
});

test('an agency counts in the role that is asked for', () => {
  check({ 'co-quan': 'so-b' }, true);
  check({ 'co-quan': 'so-c' }, true);
  check({ 'co-quan': 'so-c', vai: 'chu-tri' }, false);
  check({ 'co-quan': 'so-c', vai: 'phoi-hop' }, true);
  check({ 'co-quan': 'so-b', vai: 'phoi-hop' }, false);
  check({ vai: 'phoi-hop' }, true);
});

test('the order is stable, and rows without a date come last', () => {
  const rows = [{ n: 1 }, { n: 2, han: '2016-12-31' }, { n: 3, han: '2015-12-31' }, { n: 4, han: '2016-12-31' }, { n: 5 }];
  assert.deepEqual(ordered(rows, 'han').map(({ n }) => n), [3, 2, 4, 1, 5]);
  const updates = [{ n: 1, capNhat: '2016-01-01' }, { n: 2 }, { n: 3, capNhat: '2017-01-01' }];
  assert.deepEqual(ordered(updates, 'cap-nhat').map(({ n }) => n), [3, 1, 2]);
});

// Filters and order of the task table; what is chosen stands in the address.
//
// The table is complete without this script. Nothing moves at load unless the address asks.
(() => {
  'use strict';

  const has = (list, one) => (list || '').split(' ').includes(one);

  /** Whether a row, given by its data, answers what is chosen. */
  function fits(row, chosen) {
    const agency = chosen['co-quan'];
    const role = chosen.vai;
    const year = chosen.nam;
    return (!chosen['tinh-trang'] || row.tinhTrang === chosen['tinh-trang'])
      && (!chosen.nhom || row.nhom === chosen.nhom)
      && (!agency || (role !== 'phoi-hop' && has(row.chuTri, agency)) || (role !== 'chu-tri' && has(row.phoiHop, agency)))
      && (!year || (Number(row.tu) <= Number(year) && Number(year) <= Number(row.den)))
      && (!chosen['minh-chung'] || row.minhChung === chosen['minh-chung']);
  }

  /** Deadlines: nearest first; updates: newest first; rows without a date last; else as they stand. */
  function ordered(rows, by) {
    const date = by === 'han' ? ({ han }) => han : ({ capNhat }) => capNhat;
    const sign = by === 'han' ? 1 : -1;
    return [...rows].sort((a, b) => {
      const [x, y] = [date(a), date(b)];
      if (!x || !y) return Boolean(y) - Boolean(x);
      return x === y ? 0 : x < y ? -sign : sign;
    });
  }

  // The tests read the functions that need no page.
  window.congkhaiLoc = { fits, ordered };

  const form = document.getElementById('loc');
  const table = document.getElementById('bang-nhiem-vu');
  if (!form || !table) return;
  const status = document.getElementById('dem');
  const empty = document.getElementById('trong');
  const selects = [...form.querySelectorAll('select')];
  const groups = [...table.tBodies];
  const rows = [...table.querySelectorAll('tbody tr:not(.group)')].map((row) => {
    const home = row.parentNode;
    return { ...row.dataset, row, home, nhom: home.dataset.nhom };
  });
  const sorted = document.createElement('tbody');
  let order = '';

  const chosen = () => Object.fromEntries(selects.map(({ name, value }) => [name, value]));

  function arrange(by) {
    if (by === order) return;
    order = by;
    if (by) {
      table.append(sorted);
      sorted.append(...ordered(rows, by).map(({ row }) => row));
    } else {
      for (const { row, home } of rows) home.append(row);
      sorted.remove();
    }
  }

  function show() {
    const wanted = chosen();
    const full = new Set();
    let count = 0;
    for (const one of rows) {
      one.row.hidden = !fits(one, wanted);
      if (one.row.hidden) continue;
      full.add(one.home);
      count += 1;
    }
    for (const group of groups) {
      for (const head of group.querySelectorAll('.group')) head.hidden = Boolean(wanted['sap-xep']) || !full.has(group);
    }
    arrange(wanted['sap-xep'] || '');
    empty.hidden = count > 0;
    table.hidden = count === 0;
    const sentence = `Hiển thị ${count.toLocaleString('vi')} trong ${rows.length.toLocaleString('vi')} nhiệm vụ`;
    if (status.textContent !== sentence) status.textContent = sentence;
  }

  function remember() {
    const address = new URL(location.href);
    for (const { name, value } of selects) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history.replaceState(null, '', address);
  }

  /** Takes over the address; values that the page does not offer are left out. */
  function restore() {
    const asked = new URLSearchParams(location.search);
    const before = JSON.stringify(chosen());
    for (const select of selects) {
      const value = asked.get(select.name) || '';
      select.value = [...select.options].some((option) => option.value === value) ? value : '';
    }
    const asks = JSON.stringify(chosen()) !== before;
    // On a phone the filters are folded; what the address asks for must be seen.
    if (asks && form.parentNode.matches('details')) form.parentNode.open = true;
    return asks;
  }

  form.addEventListener('change', () => {
    remember();
    show();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  // The form gives its fields back only after this event.
  form.addEventListener('reset', () => setTimeout(() => {
    remember();
    show();
  }));
  empty.querySelector('button').addEventListener('click', () => {
    form.reset();
    selects[0].focus();
  });
  // A browser that comes back to the page may fill in fields by itself.
  window.addEventListener('pageshow', () => {
    if (restore()) show();
  });
  if (restore()) show();
})();

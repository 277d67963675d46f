// Runs one of the theme's scripts without a page, for its pure functions.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

export function run(name, window = {}) {
  const file = new URL(`../../../themes/mac-dinh/assets/js/${name}`, import.meta.url);
  vm.compileFunction(readFileSync(file, 'utf8'), ['window', 'document'])(window, { getElementById: () => null });
  return window;
}

/** The functions of search: those of the page's script, and what mends a query. */
export function searching() {
  const { congkhaiTimKiem } = run('tim-kiem-go.js', run('tim-kiem.js'));
  return { ...congkhaiTimKiem, ...congkhaiTimKiem.received.get('go') };
}

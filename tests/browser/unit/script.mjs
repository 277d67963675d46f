// Runs one of the theme's scripts without a page, for its pure functions.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';

export function run(name) {
  const file = new URL(`../../../themes/mac-dinh/assets/js/${name}`, import.meta.url);
  const window = {};
  vm.compileFunction(readFileSync(file, 'utf8'), ['window', 'document'])(window, { getElementById: () => null });
  return window;
}

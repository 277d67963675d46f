// The browser suite: `run.mjs --list` names the specs; `run.mjs <spec>… <sites.json>` runs them.
//
// sites.json: {"sites": [{"name", "root", "base"}], "large": "/output of a large site",
// "program": "/congkhai"}. Exit code 0 where all holds, 1 where a fault was found, 2 where the call is
// wrong. `--measure` lists and runs also what depends on the speed of the machine.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { Site } from './lib/site.mjs';
import { Test } from './lib/test.mjs';

const folder = new URL('./specs/', import.meta.url);
const MEASURED = ['vitals'];
const words = process.argv.slice(2);
const flags = words.filter((word) => word.startsWith('--'));
const known = readdirSync(folder).filter((name) => name.endsWith('.mjs')).map((name) => name.slice(0, -4));
const specs = known.filter((name) => !MEASURED.includes(name) || flags.includes('--measure'));

async function run(name, { sites, large, program }) {
  const start = performance.now();
  const opened = await Promise.all(sites.map((site) => new Site(site).open()));
  const big = large && existsSync(large) ? await new Site({ name: 'large', root: large }).open() : undefined;
  const test = new Test(opened, big, program);
  try {
    const { default: spec } = await import(new URL(`${name}.mjs`, folder));
    await spec(test);
  } catch (error) {
    test.fail(name, `the spec itself broke: ${error.stack.split('\n').slice(0, 3).join(' | ')}`);
  } finally {
    await test.close();
  }
  for (const note of test.notes) console.log(`  ${note}`);
  for (const fault of test.lines()) console.log(`FAULT ${name}: ${fault}`);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${test.faults.length ? 'FAILED' : 'ok'} ${name}: ${test.checks} checks, ${test.faults.length} faults, ${seconds} s`);
  return test.faults.length === 0;
}

if (flags.includes('--list')) {
  console.log(specs.join('\n'));
} else {
  const [file, ...asked] = words.filter((word) => !word.startsWith('--')).reverse();
  const chosen = asked.includes('all') ? specs : asked.reverse();
  if (!chosen.length || chosen.some((name) => !known.includes(name))) {
    console.error('use: node run.mjs --list | node run.mjs <spec>…|all <sites.json>');
    process.exit(2);
  }
  const sites = JSON.parse(readFileSync(file, 'utf8'));
  let good = true;
  for (const name of chosen) good = (await run(name, sites)) && good;
  process.exit(good ? 0 : 1);
}

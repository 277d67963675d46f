// Every page of every site passes an independent validator (the Nu Html Checker), in one JVM a site.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const jar = path.join(path.dirname(createRequire(import.meta.url).resolve('vnu-jar/package.json')), 'build/dist/vnu.jar');

// The validator takes 'self' for nothing when it reads a file, and data blocks for scripts.
const MISTAKEN = /Content Security Policy/;

export async function validate(root) {
  const args = ['-Xss4m', '-jar', jar, '--skip-non-html', '--format', 'json', '--exit-zero-always', '--stdout', root];
  const output = await new Promise((done, failed) => {
    execFile('java', args, { maxBuffer: 1 << 28 }, (error, stdout) => (error ? failed(error) : done(stdout)));
  });
  return JSON.parse(output).messages
    .filter(({ message, subType, type }) => (type !== 'info' || subType === 'warning') && !MISTAKEN.test(message))
    .map(({ url, lastLine, lastColumn, message, extract }) => ({
      page: path.relative(root, new URL(url).pathname), at: `${lastLine}:${lastColumn}`, message, extract,
    }));
}

export default async function html(t) {
  for (const site of t.sites) {
    t.checks += site.pages.length;
    const messages = await validate(site.root);
    // One line a message, with the first page and how many more have it.
    const alike = group(messages);
    for (const [message, list] of alike) {
      const [{ page, at, extract }] = list;
      t.fail(`${site.name} ${page}:${at}`, `${message} (${list.length} places) near: ${(extract || '').trim().slice(0, 80)}`, 'mend the template');
    }
  }
}

function group(messages) {
  const groups = new Map();
  for (const one of messages) groups.set(one.message, [...(groups.get(one.message) || []), one]);
  return groups;
}

// A static server as a portal would be: types, gzip, a base path, 404.html. Counts what it sends.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
};
const PACKED = new Set(['.xlsx', '.pdf', '.woff2', '.png', '.jpg']);

/** How long a slow line rests between the parts of a page; long enough for a browser to paint. */
const REST = 60;
const PARTS = 4;

/** Sends a body in parts, as a slow line does: a browser paints what it has before the rest comes. */
async function drip(response, body) {
  const size = Math.ceil(body.length / PARTS);
  for (let start = 0; start < body.length; start += size) {
    response.write(body.subarray(start, start + size));
    await new Promise((done) => setTimeout(done, REST));
  }
  response.end();
}

/**
 * Serves one folder at one base path; `sent` maps each address to the bytes of its body on the wire. While
 * `line.slow` is true, pages come in parts.
 */
export async function serve(root, base) {
  const sent = new Map();
  const line = { slow: false };
  const files = new Map();
  const read = async (name) => {
    if (!files.has(name)) {
      const body = await readFile(name).catch(() => undefined);
      const packed = body && !PACKED.has(path.extname(name)) ? gzipSync(body, { level: 9 }) : body;
      files.set(name, { body, packed });
    }
    return files.get(name);
  };
  const server = createServer(async (request, response) => {
    const address = decodeURIComponent(new URL(request.url, 'http://host').pathname);
    const inside = address.startsWith(base) ? address.slice(base.length) : undefined;
    let name = path.join(root, inside ?? '\0');
    if (name.endsWith('/') || name === path.normalize(root)) name = path.join(name, 'index.html');
    let file = inside === undefined || !name.startsWith(root) ? {} : await read(name);
    let status = 200;
    if (!file.body) {
      status = 404;
      name = path.join(root, '404.html');
      file = await read(name);
    }
    const slow = line.slow && name.endsWith('.html');
    const zip = !slow && /\bgzip\b/.test(request.headers['accept-encoding'] || '') && file.packed !== file.body;
    const body = (zip ? file.packed : file.body) || Buffer.from('');
    sent.set(request.url, body.length);
    response.writeHead(status, {
      'Content-Type': TYPES[path.extname(name)] || 'application/octet-stream',
      'Content-Length': body.length,
      'Cache-Control': 'no-store',
      ...(zip ? { 'Content-Encoding': 'gzip' } : {}),
    });
    if (request.method === 'HEAD') response.end();
    else if (slow) await drip(response, body);
    else response.end(body);
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, sent, line, close: () => server.close() };
}

// Opens files of a new site in the YAML language server that editors use, with the settings that
// `congkhai schema` wrote: every key is explained, words are offered, sound files have no faults and a
// faulty one has. check_editor.mjs SITE PLAN AGENCY'S_FILE
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

const site = resolve(process.argv[2]);
const browser = new URL("../tests/browser/node_modules/yaml-language-server/", import.meta.url);
const server = fileURLToPath(new URL("out/server/src/server.js", browser));

const written = JSON.parse(readFileSync(`${site}/.vscode/settings.json`, "utf8"));
const settings = {
  yaml: {
    schemas: written["yaml.schemas"],
    schemaStore: { enable: written["yaml.schemaStore.enable"] },
    validate: true,
    hover: true,
    completion: true,
  },
};

const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
const waiting = new Map();
const faults = new Map();
let last = 0;
let buffer = Buffer.alloc(0);

function send(message) {
  const text = JSON.stringify({ jsonrpc: "2.0", ...message });
  child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function ask(method, params) {
  last += 1;
  const id = last;
  send({ id, method, params });
  return new Promise((done) => waiting.set(`answer ${id}`, done));
}

function take(message) {
  if (message.method === "textDocument/publishDiagnostics") {
    faults.set(message.params.uri, message.params.diagnostics);
    waiting.get(message.params.uri)?.();
  } else if (message.method === "workspace/configuration") {
    send({ id: message.id, result: message.params.items.map(({ section }) => settings[section] ?? {}) });
  } else if (message.method && message.id !== undefined) {
    send({ id: message.id, result: null });
  } else {
    waiting.get(`answer ${message.id}`)?.(message.result);
  }
}

setTimeout(() => {
  console.error("the YAML language server is silent");
  process.exit(1);
}, 120_000).unref();

child.stdout.on("data", (data) => {
  buffer = Buffer.concat([buffer, data]);
  for (;;) {
    const head = buffer.indexOf("\r\n\r\n");
    if (head < 0) return;
    const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, head))[1]);
    if (buffer.length < head + 4 + length) return;
    take(JSON.parse(buffer.subarray(head + 4, head + 4 + length)));
    buffer = buffer.subarray(head + 4 + length);
  }
});

/** Opens a file, whose text may be changed first; returns what the editor shows. */
async function open(path, change = (text) => text) {
  const text = change(readFileSync(`${site}/${path}`, "utf8"));
  const uri = `file://${site}/${path}`;
  const judged = new Promise((done) => waiting.set(uri, done));
  send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: 1, text } } });
  await judged;
  const at = (words) => {
    const before = text.slice(0, text.indexOf(words)).split("\n");
    return { textDocument: { uri }, position: { line: before.length - 1, character: before.at(-1).length + 1 } };
  };
  return {
    faults: faults.get(uri).map(({ message }) => message),
    hover: async (words) => (await ask("textDocument/hover", at(words)))?.contents?.value ?? "",
    offered: async (words) => {
      const found = await ask("textDocument/completion", at(words));
      return (found?.items ?? found ?? []).map(({ label }) => label);
    },
  };
}

const folder = { uri: `file://${site}`, name: "trang" };
await ask("initialize", {
  processId: process.pid,
  rootUri: folder.uri,
  workspaceFolders: [folder],
  capabilities: {
    textDocument: { hover: { contentFormat: ["markdown"] }, completion: { completionItem: { snippetSupport: true } } },
    workspace: { configuration: true, workspaceFolders: true },
  },
});
send({ method: "initialized", params: {} });
send({ method: "workspace/didChangeConfiguration", params: { settings } });

const [, , , plan, path] = process.argv;
const agency = await open(path);
assert.deepEqual(agency.faults, []);
assert.match(await agency.hover("khoi:"), /Cơ quan thuộc khối nào/);
assert.ok((await agency.offered("chinh_quyen")).includes("su_nghiep"));

const task = `content/ke-hoach/${plan}/nhiem-vu/1-2.md`;
const sound = await open(task);
assert.deepEqual(sound.faults, [], "the narrative is no fault");
assert.match(await sound.hover("chu_tri:"), /Cơ quan chủ trì/);
assert.ok((await sound.offered("chu_tri:")).includes("dien_bien"));

const other = `content/ke-hoach/${plan}/nhiem-vu/1-1.md`;
const faulty = await open(other, (text) => text.replace("nhom:", "nhoms:"));
assert.deepEqual(faulty.faults, ["Property nhoms is not allowed."], "a task may stand in no group, so that one fault is the whole");

child.kill();
console.log("the YAML language server explains, offers and judges");

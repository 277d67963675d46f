// Makes the README's screenshots of a built site: node docs/chup-man-hinh.mjs output
// Needs what tests/browser/cai-dat.sh installs: a window of headless Chromium alone is never
// narrower than about 500 px.
import { resolve } from "node:path";
import { chromium } from "../tests/browser/node_modules/playwright-core/index.mjs";

const site = resolve(process.argv[2] ?? "output");
const plan = "ke-hoach/111-kh-ubnd-2015";
const shots = [
  ["man-hinh-360.png", `${plan}/nhiem-vu/3-3.html`, 360, 740],
  ["man-hinh-1280.png", `${plan}/index.html`, 1280, 800],
];
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
});
for (const [file, page, width, height] of shots) {
  const tab = await browser.newPage({ viewport: { width, height } });
  await tab.goto(`file://${site}/${page}`);
  await tab.screenshot({ path: new URL(file, import.meta.url).pathname });
}
await browser.close();

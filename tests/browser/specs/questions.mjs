// Ten questions of a reader, each answered from the home page in at most three steps (a click, or
// a search typed and sent) on a screen of 360 px.
import { PHONE, complaints } from '../lib/test.mjs';

const search = (text) => ({ name: `search “${text}”`, search: text });
/** A link by its words; `href` tells apart links of the same words. */
const click = (name, href = /./) => ({ name: `click ${name}`, click: name, href });

const QUESTIONS = [
  {
    ask: 'Nhiệm vụ 3.1 đã xong chưa?',
    steps: [search('3.1'), click(/3\.1|băng thông rộng/, /nhiem-vu\/3-1\.html/)],
    answer: { selector: 'main .answers .of-done', text: /Đã xong chưa\?\s*(–\s*)?Chưa rõ[^]*trang chưa có thông tin về kết quả/, inView: true },
  },
  {
    ask: 'Ai chịu trách nhiệm nhiệm vụ 2.2 hôm nay?',
    steps: [search('nhiệm vụ 2.2'), click(/2\.2|Bộ tiêu chí/, /nhiem-vu\/2-2\.html/)],
    answer: { selector: 'main .answers .of-lead', text: /Ai được giao\?\s*Sở Thông tin và Truyền thông\s*nay có thể là Sở Khoa học và Công nghệ/, inView: true },
  },
  {
    ask: 'Nhiệm vụ nào đã qua kỳ thực hiện mà không có tin?',
    steps: [click(/^\d+/, /het-ky-chua-co-thong-tin\.html/)],
    answer: { selector: 'main', text: /1\.1[^]*Chưa có thông tin, kỳ thực hiện đã kết thúc/ },
  },
  {
    ask: 'Cơ quan nào chưa báo cáo lần nào?',
    steps: [click(/^Kế hoạch 111\/KH-UBND$/, /ke-hoach\/111-kh-ubnd-2015\/index\.html/), click(/^Báo cáo$/, /bao-cao\/index\.html/)],
    answer: { selector: 'main', text: /Sở Công Thương[^]*\b0\s?\/\s?6\b|chưa (gửi|có) báo cáo (lần )?nào[^]*Sở Công Thương/i },
  },
  {
    ask: 'Kế hoạch nói về “chữ ký số” ở đâu?',
    steps: [search('chữ ký số'), click(/II\.4\.e|[Đđ]iểm e/, /toan-van\.html#ii-4-e/)],
    answer: { selector: '#ii-4-e', text: /chữ ký số/, inView: true },
  },
  {
    ask: 'Năm 2018 có gì thay đổi?',
    steps: [click(/^Kế hoạch 111\/KH-UBND$/, /ke-hoach\/111-kh-ubnd-2015\/index\.html/), click(/^Thay đổi( qua các kỳ| từng kỳ| theo kỳ)?$/, /(thay-doi|lich-su)\.html/)],
    answer: { selector: '#ky-2018-12-31', text: /^Năm 2018\s+(\d+ (nhiệm vụ|điều chỉnh|đính chính|việc|thời hạn|kỳ thực hiện) .*|[Kk]hông có thay đổi nào)\./ },
  },
  {
    ask: 'Lấy tất cả thành bảng thế nào?',
    steps: [click(/Tải dữ liệu|Dữ liệu/, /du-lieu\/index\.html/)],
    answer: { selector: 'main a[href$=".xlsx"]', text: /./, file: true },
  },
  {
    ask: 'PPP nghĩa là gì?',
    steps: [search('PPP'), click(/^PPP/, /thuat-ngu\.html#ppp/)],
    answer: { selector: '#ppp', text: /hợp tác công - tư/, inView: true },
  },
  {
    ask: 'Văn bản gốc sai ở đâu?',
    steps: [click(/Toàn văn Kế hoạch 111\/KH-UBND/, /toan-van\.html/)],
    answer: { selector: '.sic', text: /Ghi chú biên tập/ },
  },
  {
    ask: 'Báo sai sót cho ai?',
    steps: [click(/[Bb]áo sai sót/, /gui-kien-nghi\.html|^mailto:|^https:/)],
    answer: { selector: 'main', text: /Đơn vị chịu trách nhiệm nội dung|Người tổng hợp|Đơn vị tiếp nhận/ },
  },
];

/** A link that a reader can see, after unfolding the menu where it is in there. */
async function follow(page, step) {
  const links = page.getByRole('link', { name: step.click });
  for (const link of await links.all()) {
    if (step.href.test(await link.evaluate((element) => decodeURI(element.href))) && await link.isVisible()) {
      await link.click();
      await page.waitForLoadState();
      return true;
    }
  }
  return false;
}

async function take(page, step) {
  if (!step.search) return follow(page, step);
  const box = page.getByRole('searchbox').first();
  if (!await box.isVisible().catch(() => false)) return false;
  await box.fill(step.search);
  await box.press('Enter');
  await page.waitForURL(/tim-kiem\.html\?/);
  await page.locator('#ket-qua .results li').first().waitFor({ timeout: 5000 }).catch(() => {});
  return true;
}

async function answered(page, site, { selector, text, inView, file }) {
  const places = await page.locator(selector).filter({ visible: true }).all();
  for (const place of places) {
    if (!text.test((await place.innerText()).replace(/[ \u00a0]+/g, ' '))) continue;
    if (inView && !await place.evaluate((element) => { const { top, bottom } = element.getBoundingClientRect(); return top < innerHeight && bottom > 0; })) continue;
    if (file && (await page.request.get(await place.evaluate((link) => link.href))).status() !== 200) continue;
    return true;
  }
  return false;
}

export default async function questions(t) {
  const site = t.site('thanh-hoa') || t.sites[0];
  for (const { ask, steps, answer } of QUESTIONS) {
    const where = `${site.name} “${ask}”`;
    t.check(steps.length <= 3, where, `${steps.length} steps`, 'at most three');
    const page = await t.visit(site.url(), { viewport: PHONE });
    let stopped = false;
    for (const step of steps) {
      stopped = !await take(page, step);
      if (!t.check(!stopped, where, `cannot ${step.name} on ${page.url().slice(site.server.origin.length)}`, 'show the link or the box there')) break;
    }
    if (stopped) continue;
    t.check(await answered(page, site, answer), where, `no answer ${answer.text} in ${answer.selector} on ${page.url().slice(site.server.origin.length)}`, 'say it there, in view');
    for (const what of complaints(page, site)) t.fail(where, what, '');
  }
}

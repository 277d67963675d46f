"""A made corpus of a fictional province: the same plans, tasks and agencies for every generator.

Everything comes from the seed and the position, so that 1,000 tasks are the first of 10,000.
"""

import datetime
import random
from dataclasses import dataclass, field
from pathlib import Path

AS_OF = datetime.date(2026, 11, 24)
TASKS_PER_PLAN = 40
GROUPS = 8
AGENCIES = 60
POINTS = {"a": "a", "b": "b", "c": "c", "d": "d", "đ": "dd"}

FIELDS = [
    "Đồng ruộng", "Bến bãi", "Rừng và Nước", "Cầu đường", "Chợ quê", "Nghề thủ công", "Giếng làng",
    "Đò giang", "Sổ sách", "Trường lớp", "Trạm y tế thôn", "Sân bãi", "Đèn đường", "Thư tịch",
    "Gạo muối", "Kênh mương", "Lễ hội", "Thuyền bè", "Vườn ươm", "Bản đồ",
]
KINDS = [("Sở", "S"), ("Chi cục", "CC"), ("Trung tâm", "TT")]
WORK = [
    "Xây dựng và triển khai chương trình", "Hoàn thiện cơ chế, chính sách về", "Rà soát, sửa đổi quy định về",
    "Tổ chức tập huấn cho cán bộ cấp xã về", "Lập cơ sở dữ liệu dùng chung về", "Đánh giá, công bố kết quả về",
    "Bố trí kinh phí, nhân lực cho", "Kiểm tra, hướng dẫn các xã thực hiện",
]
SUBJECT = [
    "bảo đảm an toàn bến đò ngang", "tu bổ kênh mương nội đồng", "thắp sáng đường thôn", "số hóa sổ sách lưu trữ",
    "cấp nước sạch cho vùng cao", "bảo tồn nghề đan lát", "trồng cây chắn gió ven sông", "quản lý chợ phiên",
]
AIM = [
    "đáp ứng yêu cầu của nhân dân trong tình hình mới", "gắn với cải cách thủ tục hành chính của tỉnh",
    "bảo đảm công khai, tiết kiệm và hiệu quả", "phù hợp điều kiện từng xã, từng mùa nước",
]
SENTENCE = [
    "Đã khảo sát nhu cầu của các xã, lập danh mục ưu tiên theo mức độ cấp thiết.",
    "Đã trình dự thảo, đang lấy ý kiến các đơn vị có liên quan.",
    "Kinh phí được bố trí từ nguồn thường xuyên, quyết toán theo quý.",
    "Tổ công tác họp hằng tháng và gửi biên bản cho các thành viên.",
    "Các xã vùng cao đề nghị lùi thời gian vì mùa nước lên sớm hơn mọi năm.",
    "Số liệu được đối chiếu với sổ theo dõi của từng thôn trước khi tổng hợp.",
    "Việc bàn giao thực hiện tại chỗ, có đại diện nhân dân chứng kiến.",
]


@dataclass
class Agency:
    id: str
    name: str
    short: str


@dataclass
class Event:
    id: str
    day: datetime.date
    published: datetime.date
    kind: str
    state: str
    words: str
    evidence: str = ""
    evidence_number: str = ""


@dataclass
class Task:
    plan: "Plan"
    group: int
    index: int
    words: str
    lead: Agency
    partner: Agency
    period: str
    deadline: datetime.date
    state: str
    state_id: str
    body: list
    events: list = field(default_factory=list)

    @property
    def number(self):
        return f"{self.group}.{self.index}"

    @property
    def slug(self):
        return f"{self.group}-{self.index}"


@dataclass
class Plan:
    id: str
    number: str
    name: str
    subject: str
    year: int
    issued: datetime.date
    tasks: list = field(default_factory=list)


def short_date(day):
    """As Vietnamese readers write it: 30/06/2025."""
    return day.strftime("%d/%m/%Y")


def agencies():
    made = []
    for kind, letters in KINDS:
        for number, subject in enumerate(FIELDS, 1):
            made.append(Agency(f"co-quan-{len(made) + 1}", f"{kind} {subject}", f"{letters} {subject}"))
    return made[:AGENCIES]


def plans(tasks, seed):
    """Plans of forty tasks, as many as there are tasks for, one by one, so that no size needs the memory of all."""
    everyone = agencies()
    for index in range(1, (tasks + TASKS_PER_PLAN - 1) // TASKS_PER_PLAN + 1):
        year = 2016 + (index - 1) % 10
        issued = datetime.date(year, 1, 15)
        subject = SUBJECT[index % len(SUBJECT)]
        plan = Plan(f"{index}-kh-ubnd-{year}", f"{index}/KH-UBND", f"Kế hoạch {index}/{year}", subject, year, issued)
        for place in range(min(TASKS_PER_PLAN, tasks - (index - 1) * TASKS_PER_PLAN)):
            plan.tasks.append(_task(plan, place % GROUPS + 1, place // GROUPS + 1, everyone, seed))
        yield plan


def _task(plan, group, index, everyone, seed):
    chance = random.Random(f"{seed} {plan.id} {group} {index}")
    lead, partner = chance.sample(everyone, 2)
    words = f"{chance.choice(WORK)} {chance.choice(SUBJECT)}, phần {index} của nhóm {group}, {chance.choice(AIM)}."
    year = plan.year + chance.randrange(4)
    month, day = chance.choice([(6, 30), (9, 30), (12, 31)])
    period, deadline = f"Trước ngày {day}/{month}/{year}", datetime.date(year, month, day)
    body = [chance.sample(SENTENCE, 3), chance.sample(SENTENCE, 3), chance.sample(SENTENCE, 2)]
    task = Task(plan, group, index, words, lead, partner, period, deadline, "", "", body)
    # A third nobody reported on, a third is under way, a third is finished.
    kind = chance.randrange(3)
    first = plan.issued + datetime.timedelta(days=chance.randrange(60, 500))
    if kind > 0:
        for number in range(chance.randrange(1, 4)):
            day = first + datetime.timedelta(days=20 * number)
            task.events.append(_event(task, day, "cap_nhat", "dang_thuc_hien", chance.choice(SENTENCE)))
    if kind == 2:
        day = task.events[-1].day + datetime.timedelta(days=30)
        done = _event(task, day, "bao_cao_hoan_thanh", "hoan_thanh", "Đã nghiệm thu, bàn giao cho các xã.")
        done.evidence, done.evidence_number = "Quyết định về việc nghiệm thu", f"{group}{index}/QĐ-UBND"
        task.events.append(done)
        confirmed = day + datetime.timedelta(days=20)
        task.events.append(_event(task, confirmed, "xac_nhan", "", ""))
    task.state_id, task.state = _standing(task, kind)
    return task


def _event(task, day, kind, state, words):
    published = day + datetime.timedelta(days=5)
    return Event(f"d{len(task.events) + 1}", day, published, kind, state, words)


def _standing(task, kind):
    """What our program derives, told anew: the peers get it as data."""
    past = task.deadline < AS_OF
    if kind == 0:
        return ("chua-co-thong-tin-het-han", "Chưa có thông tin, thời hạn đã qua") if past else (
            "chua-co-thong-tin", "Chưa có thông tin")
    if kind == 2:
        late = task.events[-2].day >= task.deadline
        return ("hoan-thanh-qua-han", "Hoàn thành quá hạn") if late else ("hoan-thanh-dung-han", "Hoàn thành đúng hạn")
    if not past:
        return ("trong-han", "Trong hạn")
    late = task.events[-1].day >= task.deadline
    return ("qua-han", "Quá hạn") if late else ("het-thoi-han", "Thời hạn đã qua, chưa có tin mới")


def put(path, text):
    path = Path(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def body_text(task):
    """The narrative, in Markdown that all read alike."""
    opening, items, closing = task.body
    listed = "\n".join(f"- {sentence}" for sentence in items)
    return f"Việc này gồm **ba bước**. {' '.join(opening)}\n\n{listed}\n\n{' '.join(closing)}\n"


def write_ours(content, tasks, seed):
    """The corpus in the format of our program."""
    content = Path(content)
    put(content / "trang.yml", (
        'ten: "Công khai tỉnh Lam Giang"\nmo_ta: "Trang tổng hợp để đo."\ndia_phuong: "tỉnh Lam Giang"\n'
        'vai_tro: co_quan_chu_quan\nco_quan: ubnd-tinh\ndia_chi: "https://lam-giang.example/"\n'
        f'tinh_den_ngay: "{AS_OF}"\n'))
    put(content / "co-quan/ubnd-tinh.yml", (
        'id: ubnd-tinh\nkhoi: chinh_quyen\nten:\n  - ten: "Ủy ban nhân dân tỉnh Lam Giang"\n    ten_tat: "UBND tỉnh"\n'))
    for agency in agencies():
        put(content / f"co-quan/{agency.id}.yml", (
            f'id: {agency.id}\nkhoi: chinh_quyen\nten:\n  - ten: "{agency.name}"\n    ten_tat: "{agency.short}"\n'))
    for plan in plans(tasks, seed):
        _write_plan(content / "ke-hoach" / plan.id, plan)


def _write_plan(folder, plan):
    groups, text = "", (
        "::: dau_van_ban\nỦY BAN NHÂN DÂN\nTỈNH LAM GIANG\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        f"Độc lập - Tự do - Hạnh phúc\n\nSố: {plan.number}\n\nLam Giang, ngày 15 tháng 01 năm {plan.year}\n\n"
        f"::: ten_van_ban\nKẾ HOẠCH\n\nVề {plan.subject}\n\n::: noi_dung\n# I. NHIỆM VỤ\n\n")
    for group in range(1, GROUPS + 1):
        groups += f'  - so: "{group}"\n    ten: "Nhóm nhiệm vụ số {group} của kế hoạch"\n    ung_voi: i.{group}\n'
        text += f"## {group}. Mục số {group}\n\n"
        for point, task in zip(POINTS, (task for task in plan.tasks if task.group == group)):
            text += f"{point}) {task.words}\n\n"
    put(folder / "van-ban.md", text + "::: chu_ky\nCHỦ TỊCH\n\nNguyễn Văn Mẫu\n")
    put(folder / "ke-hoach.yml", (
        f'id: {plan.id}\nso_hieu: "{plan.number}"\nten_ngan: "{plan.name}"\nloai: ke_hoach\n'
        f'trich_yeu: "Về {plan.subject}"\nco_quan_ban_hanh: ubnd-tinh\nngay_ban_hanh: "{plan.issued}"\n'
        f'giai_doan: {{ tu: "{plan.year}", den: "{plan.year + 3}" }}\nso_nhiem_vu_goc: "{len(plan.tasks)}"\n'
        f"nguon: {{}}\nnhom_nhiem_vu:\n{groups}"))
    for task in plan.tasks:
        put(folder / f"nhiem-vu/{task.slug}.md", ours(task))


def ours(task):
    """A task's file for our program."""
    text = (
        f'---\nso: "{task.number}"\nnhom: "{task.group}"\nnguyen_van: "{task.words}"\nchu_tri: [{task.lead.id}]\n'
        f'chu_tri_nguyen_van: "{task.lead.name}"\nphoi_hop:\n  nguyen_van: "{task.partner.name}"\n'
        f'  co_quan: [{task.partner.id}]\nthoi_gian:\n  nguyen_van: "{task.period}"\n'
        f"can_cu_dieu: [i.{task.group}.{list(POINTS.values())[task.index - 1]}]\n")
    if task.events:
        text += "dien_bien:\n"
    for event in task.events:
        text += (
            f'  - ma: {event.id}\n    ngay: "{event.day}"\n    ngay_cong_bo: "{event.published}"\n'
            f"    loai: {event.kind}\n")
        if event.kind == "xac_nhan":
            text += "    co_quan_bao_cao: ubnd-tinh\n"
            continue
        text += (
            f"    trang_thai: {event.state}\n    co_quan_bao_cao: {task.lead.id}\n"
            f'    noi_dung: "{event.words}"\n')
        if event.evidence:
            text += (
                f'    minh_chung:\n      - loai: van_ban\n        ten: "{event.evidence}"\n'
                f'        so_hieu: "{event.evidence_number}"\n        ngay: "{event.day}"\n')
    return f"{text}---\n{body_text(task)}"

"""The corpus as other generators read it; their templates stand in folders of their own beside this file."""

import json
import shutil
from pathlib import Path

import corpus
from corpus import AS_OF, POINTS, agencies, body_text, plans, put, short_date

HERE = Path(__file__).resolve().parent
KINDS = {"cap_nhat": "Cập nhật", "bao_cao_hoan_thanh": "Báo cáo hoàn thành", "xac_nhan": "Xác nhận hoàn thành"}
STATES = {"dang_thuc_hien": "đang thực hiện", "hoan_thanh": "hoàn thành", "": "không nêu"}


def front(values):
    """Front matter: every JSON value is YAML."""
    lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    return "---\n" + "\n".join(lines) + "\n---\n"


def toml_front(values, extra):
    """Zola's front matter; of its values, JSON texts, numbers and lists of texts are TOML."""
    taxonomies = values.pop("taxonomies", None)
    date = values.pop("date", None)
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
    lines += [f"date = {date}"] if date else []
    if taxonomies:
        lines += ["[taxonomies]", *(f"{key} = {json.dumps(value)}" for key, value in taxonomies.items())]
    lines.append("[extra]")
    events = extra.pop("events", [])
    lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in extra.items()]
    for event in events:
        lines.append("[[extra.events]]")
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in event.items()]
    return "+++\n" + "\n".join(lines) + "\n+++\n"


def facts(task):
    """What the page of a task shows."""
    return {
        "number": task.number, "group": str(task.group), "plan_number": task.plan.number,
        "lead": task.lead.id, "lead_name": task.lead.name,
        "partner": task.partner.id, "partner_name": task.partner.name,
        "period": task.period, "deadline": short_date(task.deadline),
        "state": task.state, "state_id": task.state_id, "sentence": sentence(task), "touched": short_date(touched(task)),
        "passage": task.words, "passage_name": f"Điểm I.{task.group}.{list(POINTS)[task.index - 1]}",
        "events": [{
            "id": event.id, "day": str(event.day), "day_short": short_date(event.day),
            "published_short": short_date(event.published), "kind_words": KINDS[event.kind], "words": event.words,
            "evidence": f"{event.evidence}, số {event.evidence_number}" if event.evidence else "",
            "state_words": STATES[event.state],
            "agency": "Ủy ban nhân dân tỉnh Lam Giang" if event.kind == "xac_nhan" else task.lead.name,
        } for event in task.events],
    }


def touched(task):
    """The day on which a task's page last said something new."""
    return task.events[-1].published if task.events else task.plan.issued


def sentence(task):
    """Why the page says of the task what it says."""
    deadline = short_date(task.deadline)
    if not task.events:
        return f"Thời hạn trước ngày {deadline}; trang chưa có thông tin về kết quả."
    last = short_date(task.events[-1].day)
    return f"Thời hạn trước ngày {deadline}; tin gần nhất về tình trạng là ngày {last}."


def weight(task):
    return task.group * 100 + task.index


def _states(tasks, seed):
    return sorted({(task.state_id, task.state) for plan in plans(tasks, seed) for task in plan.tasks})


class Hugo:
    name = "hugo"

    def __init__(self, program):
        self.program = program

    def write(self, project, tasks, seed):
        shutil.copytree(HERE / "hugo", project, dirs_exist_ok=True)
        put(project / "static/giao-dien.css", (HERE / "site.css").read_text())
        content = project / "content"
        put(content / "_index.md", front({"title": "Công khai tỉnh Lam Giang"}))
        put(content / "ke-hoach/_index.md", front({"title": "Kế hoạch"}))
        put(content / "co-quan/_index.md", front({"title": "Cơ quan"}))
        put(content / "tinh-trang/_index.md", front({"title": "Tình trạng"}))
        for agency in agencies():
            put(content / f"co-quan/{agency.id}/_index.md", front({"title": agency.name}))
        for state, words in _states(tasks, seed):
            put(content / f"tinh-trang/{state}/_index.md", front({"title": words}))
        for plan in plans(tasks, seed):
            put(content / f"ke-hoach/{plan.id}/_index.md", front({
                "title": plan.name, "layout": "plan", "number": plan.number, "issued": short_date(plan.issued),
                "subject": f"Về {plan.subject}"}))
            for task in plan.tasks:
                put(self.source(project, task), self.text(task))

    def source(self, project, task):
        return project / f"content/ke-hoach/{task.plan.id}/{task.slug}.md"

    def text(self, task):
        values = {
            "title": task.words, "weight": weight(task), "date": str(touched(task)), **facts(task),
            "co-quan": [task.lead.id], "tinh-trang": [task.state_id]}
        return front(values) + body_text(task)

    def command(self, project, output):
        return [self.program, "--minify", "--quiet", "--source", str(project), "--destination", str(output)]

    def server(self, project, port):
        return [
            self.program, "server", "--minify", "--source", str(project), "--port", str(port),
            "--bind", "127.0.0.1", "--baseURL", f"http://127.0.0.1:{port}/"]

    def leftovers(self, project):
        return [project / "resources", project / ".hugo_build.lock"]

    def task_page(self, task):
        return f"ke-hoach/{task.plan.id}/{task.slug}/index.html"

    def address(self, task):
        return f"https://lam-giang.example/ke-hoach/{task.plan.id}/{task.slug}/"

    def plan_page(self, task):
        return f"ke-hoach/{task.plan.id}/index.html"


class Eleventy(Hugo):
    """Its files have the same front matter; `modules` is the folder that npm installed it in."""

    name = "eleventy"

    def __init__(self, modules):
        self.modules = Path(modules)

    def write(self, project, tasks, seed):
        shutil.copytree(HERE / "eleventy", project, dirs_exist_ok=True)
        (project / "node_modules").symlink_to(self.modules.resolve())
        put(project / "static/giao-dien.css", (HERE / "site.css").read_text())
        put(project / "_data/names.json", json.dumps({
            "agencies": {agency.id: agency.name for agency in agencies()},
            "states": dict(_states(tasks, seed)),
        }, ensure_ascii=False))
        for plan in plans(tasks, seed):
            put(project / f"content/ke-hoach/{plan.id}/index.md", front({
                "title": plan.name, "layout": "plan.njk", "plan": plan.id, "number": plan.number,
                "issued": short_date(plan.issued), "subject": f"Về {plan.subject}"}))
            for task in plan.tasks:
                put(self.source(project, task), self.text(task))

    def text(self, task):
        values = {
            "title": task.words, "layout": "task.njk", "order": weight(task), "date": str(touched(task)),
            "plan_id": task.plan.id, **facts(task)}
        return front(values) + body_text(task)

    def command(self, project, output):
        program = self.modules / "@11ty/eleventy/cmd.cjs"
        return ["node", str(program), "--quiet", f"--output={output}"]

    def leftovers(self, project):
        return []


class Zola(Hugo):
    name = "zola"

    def write(self, project, tasks, seed):
        shutil.copytree(HERE / "zola", project, dirs_exist_ok=True)
        put(project / "static/giao-dien.css", (HERE / "site.css").read_text())
        config = (HERE / "zola/config.toml").read_text() + "\n[extra.agencies]\n"
        config += "".join(f'{agency.id} = "{agency.name}"\n' for agency in agencies()) + "\n[extra.states]\n"
        config += "".join(f'{state} = "{words}"\n' for state, words in _states(tasks, seed))
        put(project / "config.toml", config)
        put(project / "content/ke-hoach/_index.md", '+++\ntitle = "Kế hoạch"\ntemplate = "plans.html"\n+++\n')
        for plan in plans(tasks, seed):
            put(project / f"content/ke-hoach/{plan.id}/_index.md", toml_front(
                {"title": plan.name, "template": "plan.html", "page_template": "task.html", "sort_by": "weight"},
                {"number": plan.number, "issued": short_date(plan.issued), "subject": f"Về {plan.subject}"}))
            for task in plan.tasks:
                put(self.source(project, task), self.text(task))

    def text(self, task):
        values = {
            "title": task.words, "weight": weight(task), "date": str(touched(task)),
            "taxonomies": {"co-quan": [task.lead.id], "tinh-trang": [task.state_id]}}
        return toml_front(values, facts(task)) + body_text(task)

    def command(self, project, output):
        return [self.program, "--root", str(project), "build", "--force", "--output-dir", str(output)]

    def leftovers(self, project):
        return []


class Ours:
    name = "congkhai"

    def __init__(self, program):
        self.program = str(Path(program).resolve())

    def write(self, project, tasks, seed):
        corpus.write_ours(project / "content", tasks, seed)

    def source(self, project, task):
        return project / f"content/ke-hoach/{task.plan.id}/nhiem-vu/{task.slug}.md"

    def text(self, task):
        return corpus.ours(task)

    def _input(self, project):
        return ["--content", str(project / "content"), "--themes", str(project / "themes"), "--as-of", str(AS_OF)]

    def command(self, project, output):
        return [self.program, "build", "--quiet", *self._input(project), "--output", str(output)]

    def check(self, project):
        return [self.program, "check", "--quiet", *self._input(project)]

    def server(self, project, port):
        return [self.program, "serve", "--quiet", *self._input(project), "--port", str(port)]

    def leftovers(self, project):
        return []

    def task_page(self, task):
        return f"ke-hoach/{task.plan.id}/nhiem-vu/{task.slug}.html"

    def address(self, task):
        return f"https://lam-giang.example/ke-hoach/{task.plan.id}/nhiem-vu/{task.slug}.html"

    def plan_page(self, task):
        return f"ke-hoach/{task.plan.id}/nhiem-vu/index.html"

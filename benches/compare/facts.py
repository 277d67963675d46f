"""Whether a page says what the corpus says: words are looked for in its text, without markup."""

import html
import random
import re
from pathlib import Path

import corpus

HIDDEN = re.compile(r"<(script|style)\b.*?</\1\s*>", re.S | re.I)
TAG = re.compile(r"<[^>]*>")


def text_of(path):
    """The words of an HTML page, blanks made even."""
    page = Path(path).read_text(encoding="utf-8")
    page = html.unescape(TAG.sub(" ", HIDDEN.sub(" ", page))).replace("\u00a0", " ")
    return " ".join(page.split())


def sample(tasks, seed, size=40):
    """Some tasks by chance, the first and the last always among them."""
    chance = random.Random(f"{seed} facts")
    chosen = {0, tasks - 1, *(chance.randrange(tasks) for _ in range(size))}
    place = 0
    for plan in corpus.plans(tasks, seed):
        for task in plan.tasks:
            if place in chosen:
                yield task
            place += 1


def missing(site, task_page, plan_page, tasks, seed):
    """What of the sample does not stand where it should; the paths are functions of a task."""
    site, faults = Path(site), []
    for task in sample(tasks, seed):
        page, plan = site / task_page(task), site / plan_page(task)
        expected = [
            task.number, task.words, task.lead.name, task.partner.name, task.state,
            corpus.short_date(task.deadline), task.plan.number, task.body[2][0],
            *(event.words for event in task.events if event.words),
            *(event.evidence_number for event in task.events if event.evidence),
            *(corpus.short_date(event.published) for event in task.events),
        ]
        text = text_of(page)
        faults += [f"{page}: no “{fact}”" for fact in expected if fact not in text]
        text = text_of(plan)
        faults += [f"{plan}: no “{fact}”" for fact in [task.number, task.words] if fact not in text]
    return faults


def unlisted(site, address, tasks, seed):
    """The tasks of the sample that no sitemap names; and feeds that are not there."""
    site = Path(site)
    maps = "".join(path.read_text(encoding="utf-8") for path in site.glob("sitemap*.xml"))
    faults = [f"sitemap: no {address(task)}" for task in sample(tasks, seed) if address(task) not in maps]
    feeds = [path for path in site.glob("*.xml") if "http://www.w3.org/2005/Atom" in path.read_text(encoding="utf-8")]
    return faults + ([] if feeds else [f"{site}: no Atom feed"])

"""The figures of a run as Markdown: each build, and the table of targets."""


def _figure(value):
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def _row(*cells):
    return "| " + " | ".join(cells) + " |"


def markdown(report):
    """All tables, the machine first."""
    about = report["about"]
    versions = ", ".join(f"{name} {words.removeprefix(name).strip()}" for name, words in about["versions"].items())
    parts = [
        f"{about['date']}; {about['processor']}, {about['cores']} cores, {about['memory_gb']} GB; {about['system']}; "
        f"load {about['load']:.1f} before, {about['load_at_the_end']:.1f} after.\n{versions}\n`{about['command']}`",
        _builds(report["runs"]),
    ]
    if any("served" in made for made in report["runs"]):
        parts.append(_served(report["runs"]))
    parts += [_targets(report["runs"], tasks) for tasks in sorted({made["tasks"] for made in report["runs"]})]
    growth = _growth([made for made in report["runs"] if made["place"] == "memory"])
    return "\n\n".join([*parts, *([growth] if growth else [])])


def _builds(runs):
    lines = [
        _row("tasks, place (runs)", "generator", "pages", "files", "MB", "cold", "unchanged", "one edit", "check",
             "peak MB"),
        "|---|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for made in runs:
        where = f"{made['tasks']:,}, {made['place']} ({made['runs']})"
        for name, kinds in made["costs"].items():
            size = made["sizes"].get(name)
            sizes = [f"{size['pages']:,}", f"{size['files']:,}", _figure(size["bytes"] / 1e6)] if size else [""] * 3
            cell = lambda kind: f"{_figure(kinds[kind].wall)} / {_figure(kinds[kind].cpu)}" if kind in kinds else ""
            peak = max(cost.peak_mb for cost in kinds.values())
            lines.append(_row(
                where, name, *sizes, cell("cold"), cell("unchanged"), cell("edited"), cell("check"), _figure(peak)))
    return "Wall / processor seconds of each build, medians.\n\n" + "\n".join(lines)


def _served(runs):
    lines = [_row("tasks", "server", "first page after", "an edit is served after", "peak MB"), "|---:|---|---:|---:|---:|"]
    for made in runs:
        for name, told in made.get("served", {}).items():
            lines.append(_row(
                f"{made['tasks']:,}", name, f"{_figure(told['ready'])} s", f"{_figure(told['edit'])} s",
                _figure(told["peak_mb"])))
    return "\n".join(lines)


def _targets(runs, tasks):
    """The table of targets for one size; what was not measured has no row."""
    memory = next((made for made in runs if made["tasks"] == tasks and made["place"] == "memory"), None)
    disk = next((made for made in runs if made["tasks"] == tasks and made["place"] == "disk"), None)
    rows = []

    def add(what, value, target, digits=2):
        rows.append(_row(what, f"{value:,.{digits}f}", target))

    if memory:
        ours, floor = memory["costs"]["congkhai"], memory["costs"].get("floor")
        cold, hugo = ours["cold"], memory["costs"].get("hugo")
        if hugo:
            pages = {name: memory["sizes"][name]["pages"] for name in ("congkhai", "hugo")}
            page = (cold.cpu / pages["congkhai"]) / (hugo["cold"].cpu / pages["hugo"])
            add("cold, wall, against Hugo", cold.wall / hugo["cold"].wall, "0.75")
            add("cold, processor, against Hugo", cold.cpu / hugo["cold"].cpu, "0.75")
            add("processor a page, against Hugo's", page, "0.33")
        if floor:
            add("processor against writing the same files", cold.cpu / floor["cold"].cpu, "8", 1)
    if disk and "floor" in disk["costs"]:
        add("wall against writing them and waiting for the disk, on disk",
            disk["costs"]["congkhai"]["cold"].wall / disk["costs"]["floor"]["cold"].wall, "2.5")
    if memory:
        if hugo:
            add("unchanged build, wall, against Hugo's cold", ours["unchanged"].wall / hugo["cold"].wall, "0.15")
        add("one edit, `build`, wall, against our cold", ours["edited"].wall / cold.wall, "0.15")
        served = memory.get("served", {})
        if "hugo" in served:
            add("one edit to served page, against Hugo's server",
                served["congkhai"]["edit"] / served["hugo"]["edit"], "0.25" if tasks < 10000 else "0.10")
        add("peak memory of build, MB", max(cost.peak_mb for cost in ours.values()),
            "1,200" if tasks >= 50000 else "350", 0)
        if served:
            add("peak memory of `serve`, MB", served["congkhai"]["peak_mb"], "700", 0)
        add("`check`, processor, against cold", ours["check"].cpu / cold.cpu, "0.3")
        add("bytes of the site, MB", memory["sizes"]["congkhai"]["bytes"] / 1e6, "400 at 10,000", 0)
    head = _row(f"{tasks:,} tasks", "measured", "target") + "\n|---|---:|---:|\n"
    return head + "\n".join(rows)


def _growth(runs):
    """What a task costs at each size, against the smallest."""
    if len(runs) < 2:
        return ""
    lines = [_row("tasks", "wall", "processor", "peak memory", "bytes"), "|---:|---:|---:|---:|---:|"]
    first = None
    for made in sorted(runs, key=lambda made: made["tasks"]):
        cold = made["costs"]["congkhai"]["cold"]
        each = [value / made["tasks"] for value in (
            cold.wall, cold.cpu, cold.peak_mb, made["sizes"]["congkhai"]["bytes"])]
        first = first or each
        lines.append(_row(f"{made['tasks']:,}", *(f"{value / base:.2f}" for value, base in zip(each, first))))
    return "Growth: what one task costs, against the smallest size (target: at most 1.05).\n\n" + "\n".join(lines)

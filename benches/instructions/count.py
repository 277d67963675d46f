#!/usr/bin/env python3
"""Counts the instructions of a small build, cold, unchanged and after an edit, and holds them to the record.

    cargo build --release --locked
    python3 benches/instructions/count.py            # fails where one grew by more than a tenth
    UPDATE=1 python3 benches/instructions/count.py   # writes the record anew

Instructions do not depend on what else the machine does. Valgrind counts them (callgrind, without caches or branches),
one thread, a made site of 80 tasks, the same date and home each time.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "compare"))

import corpus

RECORD = HERE / "record.json"
TASKS, SEED = 80, 1
ALLOWED = 0.10


def count(program, folder, command):
    """The instructions of one run."""
    arguments = [
        "valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, command, "--quiet",
        "--content", "content", "--themes", "themes", "--as-of", str(corpus.AS_OF),
        *(["--output", "output"] if command == "build" else []),
    ]
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "RAYON_NUM_THREADS": "1", "LANG": "C.UTF-8"}
    ended = subprocess.run(arguments, cwd=folder, env=environment, stdin=subprocess.DEVNULL, capture_output=True, text=True)
    found = re.search(r"Collected : (\d+)", ended.stderr)
    if ended.returncode != 0 or not found:
        sys.exit(f"{' '.join(map(str, arguments))} ended with {ended.returncode}:\n{ended.stdout}{ended.stderr}")
    return int(found.group(1))


def counts(program):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        corpus.write_ours(folder / "content", TASKS, SEED)
        made = {kind: count(program, folder, "build") for kind in ("cold", "unchanged")}
        task = folder / "content/ke-hoach/1-kh-ubnd-2016/nhiem-vu/4-2.md"
        task.write_text(task.read_text() + "\nThêm một câu.\n")
        made["edited"] = count(program, folder, "build")
        made["check"] = count(program, folder, "check")
        return made


def main():
    program = Path(sys.argv[1] if len(sys.argv) > 1 else HERE.parent.parent / "target/release/congkhai").resolve()
    found = counts(program)
    if os.environ.get("UPDATE"):
        RECORD.write_text(json.dumps(found, indent=2) + "\n")
    record = json.loads(RECORD.read_text()) if RECORD.exists() else {}
    grown = False
    for kind, instructions in found.items():
        if kind not in record:
            print(f"{kind:<10}{instructions / 1e6:>10,.1f} million instructions, not recorded")
            grown = True
            continue
        change = instructions / record[kind] - 1
        print(f"{kind:<10}{instructions / 1e6:>10,.1f} million instructions, {change:+.2%} against the record")
        grown = grown or change > ALLOWED
        if change < -ALLOWED:
            print("          less than the record: renew it, so that it holds what was won")
    if grown:
        sys.exit(
            f"A build costs more than {ALLOWED:.0%} over the record, or has none. `congkhai build --timings` tells which stage it is. "
            "If it is meant: UPDATE=1 python3 benches/instructions/count.py, and say why in the commit.")


if __name__ == "__main__":
    main()

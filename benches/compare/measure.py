"""Runs a command and says what it cost: wall time, processor time and peak memory, as the system counts them."""

import http.client
import os
import signal
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median


@dataclass
class Cost:
    wall: float
    cpu: float
    peak_mb: float


def run(command, folder, environment):
    """Runs to the end; what it says is shown only where it fails."""
    log = Path(folder) / "output.log"
    with open(log, "wb") as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=out, stderr=out)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(f"{command} ended with {process.returncode}:\n{log.read_text(errors='replace')[-4000:]}")
    log.unlink()
    # Linux counts the peak in KiB.
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6)


def middle(costs):
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "peak_mb")))


def free_port():
    with socket.socket() as there:
        there.bind(("127.0.0.1", 0))
        return there.getsockname()[1]


class Server:
    """A server of pages, and how long an edit takes to stand on one."""

    def __init__(self, command, port, folder, environment, page, words):
        self.port, self.page = port, "/" + page.removesuffix("index.html")
        self.log = open(Path(folder) / "server.log", "wb")
        start = time.perf_counter()
        self.process = subprocess.Popen(
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)
        self.wait(words)
        self.ready = time.perf_counter() - start

    def wait(self, words, limit=1800):
        """Waits until `words` stand on the page."""
        words, end = words.encode(), time.monotonic() + limit
        while time.monotonic() < end:
            if self.process.poll() is not None:
                raise SystemExit(f"the server ended: {Path(self.log.name).read_text(errors='replace')[-4000:]}")
            try:
                connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
                connection.request("GET", self.page)
                if words in connection.getresponse().read():
                    return
            except OSError:
                pass
            finally:
                connection.close()
            time.sleep(0.005)
        raise SystemExit(f"{words.decode()} never stood on {self.page}")

    def edit(self, source, text, words):
        """Writes a file, and gives the seconds until its words stand on the page."""
        start = time.perf_counter()
        Path(source).write_text(text, encoding="utf-8")
        self.wait(words)
        return time.perf_counter() - start

    def peak_mb(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        line = next(line for line in status.splitlines() if line.startswith("VmHWM:"))
        return int(line.split()[1]) * 1024 / 1e6

    def stop(self):
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.log.close()

"""Start-up time and idle memory of the server, and how long `nghedan read-plan` takes as a whole process.

Run it: `PYTHONPATH=src:. python bench/starting.py`.
"""

import os
import statistics
import subprocess
import sys
import time
import urllib.request
from datetime import date
from pathlib import Path

import django
import psutil
from site_to_measure import ROOT, build_site, free_port, running, use_folder

ROUNDS = 5


def seconds_until_ready(port: int) -> tuple[float, float]:
    """Start the server on a migrated database; return seconds until it is ready, and the MiB it takes when idle."""
    began = time.perf_counter()
    with running(port, "-m", "nghedan", "serve", "--port", str(port)) as server:
        urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=30).close()
        seconds = time.perf_counter() - began
        urllib.request.urlopen(f"http://127.0.0.1:{port}/account/sign-in/", timeout=30).close()
        return seconds, psutil.Process(server.pid).memory_info().rss / 2**20


def seconds_to_read(file: Path) -> float:
    """Read a plan in a process of its own."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "nghedan", "read-plan", str(file)], cwd=ROOT, capture_output=True, check=True)
    return time.perf_counter() - began


def main(folder: Path) -> None:
    """Print medians and the longest."""
    django.setup()
    build_site()
    from nghedan.interfaces.cli.demonstration.build import plan_text

    plan = folder / "plan.txt"
    plan.write_bytes(plan_text("khuon-lang.txt", date(2026, 9, 16)))
    port = free_port()
    starts = [seconds_until_ready(port) for _round in range(ROUNDS)]
    ready, mebibytes = zip(*starts, strict=True)
    read = [seconds_to_read(plan) for _round in range(ROUNDS)]
    print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    print(f"ready after {statistics.median(ready):.2f} s, longest {max(ready):.2f} s")
    print(f"idle memory {statistics.median(mebibytes):.0f} MiB")
    print(f"read-plan, whole process: {statistics.median(read):.2f} s, longest {max(read):.2f} s")


if __name__ == "__main__":
    with use_folder() as name:
        main(Path(name))

"""How fast pages are, as a ratio to a bare page of as many bytes in the same run: `make bench`, or

    PYTHONPATH=src:. python bench/pages.py

First inside one process each, without a network, bare page and page in turn; then over HTTP, both on the product's
server. A ratio is the median of the rounds; the ratio of processor time is the steadier on a busy machine.
"""

import http.client
import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from rates import Rate, rate_of
from site_to_measure import Site, build_site, free_port, running, use_folder

BASELINE = Path(__file__).with_name("baseline.py")
ROUNDS, SECONDS = 5, 0.7
CLIENTS, REQUESTS, AT_MOST_SECONDS = 4, 40, 20.0
OVER_HTTP = ("portal home", "portal dialogue", "today", "dialogue")
KEPT = ("portal home", "portal dialogue")


@contextmanager
def bare_pages() -> Iterator[Callable[[int], Rate]]:
    """Give a function that measures a bare page of so many bytes, in a process of its own."""
    command = [sys.executable, str(BASELINE), "answer"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        asked, answers = process.stdin, process.stdout
        assert asked is not None
        assert answers is not None

        def rate(size: int) -> Rate:
            asked.write(f"{size} {SECONDS}\n")
            asked.flush()
            return Rate(*map(float, answers.readline().split()))

        yield rate


def in_process(site: Site) -> None:
    """Print the ratio of each page; the people's pages kept, and built anew each time."""
    from django.core.cache import cache

    def anew(address: str) -> None:
        cache.clear()
        site.clerk.get(address)

    measured = {f"{name}, kept": lambda address=site.pages[name]: site.clerk.get(address) for name in KEPT}
    measured |= {name: lambda address=address: anew(address) for name, address in site.pages.items()}
    print(f"{'in one process':24} {'bytes':>7} {'a second':>8} {'ratio':>6} {'of processor time':>18} {'from-to':>11}")
    with bare_pages() as bare:
        for name, get in measured.items():
            size = len(site.clerk.get(site.pages[name.removesuffix(", kept")]).content)
            rounds = [(bare(size), rate_of(get, SECONDS)) for _round in range(ROUNDS)]
            wall = statistics.median(page.wall / bare.wall for bare, page in rounds)
            cpu = sorted(page.cpu / bare.cpu for bare, page in rounds)
            rate = statistics.median(page.cpu for _bare, page in rounds)
            print(f"{name:24} {size:7} {rate:8.0f} {wall:6.2f} {cpu[ROUNDS // 2]:18.2f} {cpu[0]:5.2f}-{cpu[-1]:.2f}")


def over_http(site: Site) -> None:
    """Print the ratio of some pages on the running server, four clients at a time, for 20 seconds at most."""
    session = site.clerk.cookies["sessionid"].value
    bare_port, port = free_port(), free_port()
    rates: dict[str, list[tuple[float, float]]] = {name: [] for name in OVER_HTTP}
    sizes = {name: len(site.clerk.get(site.pages[name]).content) for name in OVER_HTTP}
    with (
        running(bare_port, str(BASELINE), "serve", str(bare_port)) as bare,
        running(port, "-m", "nghedan", "serve", "--port", str(port)),
    ):
        assert bare.stdout is not None
        bare_session = bare.stdout.readline().strip()
        until = time.monotonic() + AT_MOST_SECONDS
        for _round in range(ROUNDS):
            for name in OVER_HTTP:
                if time.monotonic() < until:
                    measure = storm(bare_port, f"/{sizes[name]}/", bare_session), storm(port, site.pages[name], session)
                    rates[name].append(measure)
    print(f"{'over HTTP':24} {'bytes':>7} {'a second':>8} {'ratio':>6}")
    for name, measured in rates.items():
        ratio = statistics.median(page / bare for bare, page in measured)
        rate = statistics.median(page for _bare, page in measured)
        print(f"{name:24} {sizes[name]:7} {rate:8.0f} {ratio:6.2f}")


def storm(port: int, address: str, session: str) -> float:
    """Ask from several clients at once; return the requests a second."""

    def ask() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        for _request in range(REQUESTS // CLIENTS):
            connection.request("GET", address, headers={"Cookie": f"sessionid={session}"})
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200
        connection.close()

    clients = [threading.Thread(target=ask) for _client in range(CLIENTS)]
    began = time.perf_counter()
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    return REQUESTS / (time.perf_counter() - began)


if __name__ == "__main__":
    with use_folder():
        django.setup()
        site = build_site()
        print(f"load of the machine {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
        in_process(site)
        over_http(site)

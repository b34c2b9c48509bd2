"""The server as a whole: started, asked, stopped."""

import json
import re
import signal
import socket
import sqlite3
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psutil

from tests.interfaces.cli.conftest import Run, command, environment
from tests.support.pace import within

IDLE_MEBIBYTES = 130
READY_SECONDS = 2.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def served(data: Path, port: int) -> Iterator["subprocess.Popen[str]"]:
    process = subprocess.Popen(
        command("serve", "--port", str(port)), env=environment(data), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        _wait_until_ready(process, port)
        yield process
    finally:
        process.kill()
        process.communicate()


def _wait_until_ready(process: "subprocess.Popen[str]", port: int) -> None:
    until = time.monotonic() + 300
    while time.monotonic() < until and process.poll() is None:
        try:
            get(port, "/readyz")
            return
        except OSError:
            time.sleep(0.02)
    process.kill()  # what it printed ends only with it
    raise AssertionError(process.communicate()[0])


def worked(process: "subprocess.Popen[str]") -> float:
    """Return how many seconds of the processor a server has had."""
    spent = psutil.Process(process.pid).cpu_times()
    return spent.user + spent.system


def get(port: int, path: str) -> tuple[int, str]:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
        return answer.status, answer.read().decode()


def test_a_fresh_folder_is_migrated_served_and_tells_how_to_begin(tmp_path: Path) -> None:
    port = free_port()
    with served(tmp_path, port) as process:
        assert get(port, "/healthz") == (200, "ok")
        status, page = get(port, "/")
        assert (status, "Nhập mã cài đặt" in page) == (200, True)
        css = re.search(r'href="(/static/ui/theme\.[0-9a-f]+\.css)"', page)
        assert css is not None
        assert get(port, css.group(1))[0] == 200
        process.send_signal(signal.SIGTERM)
        printed, _nothing = process.communicate(timeout=60)

    assert process.returncode == 0
    assert f"http://localhost:{port}/" in printed
    codes = re.findall(r"^ {4}([0-9a-z-]+)$", printed, re.MULTILINE)
    assert [len(code) for code in codes] == [29, 19]
    kept = (tmp_path / "first-run.json").read_text(encoding="utf-8")
    assert codes[1] not in kept
    assert json.loads(kept)["failures"] == 0


def test_a_migrated_folder_is_ready_soon_and_stays_small(inhabited: Path) -> None:
    port = free_port()
    with served(inhabited, port) as process:
        seconds = worked(process)
        get(port, "/account/sign-in/")
        mebibytes = psutil.Process(process.pid).memory_info().rss / 2**20
        process.send_signal(signal.SIGTERM)
        printed, _nothing = process.communicate(timeout=60)
    assert seconds <= within(READY_SECONDS * 2)  # other tests share the processor; bench measures it alone
    assert mebibytes <= IDLE_MEBIBYTES
    assert "first-run" not in printed


def test_a_second_start_is_ready_soon_and_shows_no_secret_again(inhabited: Path) -> None:
    port, printed = free_port(), []
    for _start in range(2):
        with served(inhabited, port) as process:
            seconds = worked(process)
            process.send_signal(signal.SIGTERM)
            printed.append(process.communicate(timeout=60)[0])
    greeting = f"Nghe Dân đang chạy tại http://localhost:{port}/ (dừng: Ctrl+C)\n"
    assert "Cụm từ khôi phục" in printed[0]
    assert printed[1] == greeting
    assert seconds <= within(READY_SECONDS * 2)


def test_a_taken_port_is_told_in_one_line(inhabited: Path, run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run(inhabited, "serve", "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert re.fullmatch(
        r"Không mở được cổng \d+ tại 127\.0\.0\.1 \(.+\)\. Xin chọn cổng khác bằng --port\.\n", done.stderr
    )


def test_an_older_database_is_copied_before_it_is_upgraded(inhabited: Path, run: Run) -> None:
    with closing(sqlite3.connect(inhabited / "nghedan.sqlite3")) as database, database:
        database.execute("DELETE FROM django_migrations WHERE app = 'budgets'")
        database.execute("DROP TABLE budgets_tally")
    done = run(inhabited, "migrate")
    assert (done.returncode, done.stdout) == (0, "budgets.0001_initial\n")
    copies = list((inhabited / "backups").glob("before-upgrade-*.sqlite3"))
    assert len(copies) == 1
    with closing(sqlite3.connect(copies[0])) as copy:
        assert copy.execute("SELECT count(*) FROM access_user").fetchone() == (2,)


def test_of_several_processes_started_at_once_one_upgrades(tmp_path: Path) -> None:
    started = [
        subprocess.Popen(command("migrate"), env=environment(tmp_path), stdout=subprocess.PIPE, text=True)
        for _each in range(3)
    ]
    printed = [process.communicate(timeout=300)[0] for process in started]
    assert [process.returncode for process in started] == [0, 0, 0]
    assert sum("accounts.0001_initial" in text for text in printed) == 1

"""``nghedan serve``: upgrade if needed, serve everything, run the jobs."""

import argparse
import os
import signal
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ipaddress import ip_address

import uvicorn
from django.conf import settings
from django.db import connection
from django.utils.translation import gettext

from nghedan.foundation.accounts import first_run
from nghedan.foundation.keys import MASTER_NAME, key_for, recovery
from nghedan.foundation.live.hub import hub
from nghedan.foundation.outbox.worker import run_until
from nghedan.interfaces.cli.static import collect_if_stale
from nghedan.interfaces.cli.upgrade import upgrade
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Chạy Nghe Dân: nâng cấp cơ sở dữ liệu nếu cần, phục vụ mọi trang, chạy các việc nền.")

SHUTDOWN_SECONDS = 10
BACKLOG = 512
SWITCH_SECONDS = 0.001
"""How long a thread that builds a page may keep the processor to itself. The event loop gives it away with every frame
it writes; with Python's 5 ms a hundred and fifty screens would wait for each other."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--host", default=settings.NGHEDAN_HOST, help=_("địa chỉ lắng nghe; 0.0.0.0 để máy khác vào được")
    )
    parser.add_argument("--port", type=int, default=settings.NGHEDAN_PORT, help=_("cổng lắng nghe"))


def run(options: argparse.Namespace) -> int:
    """Serve until stopped; 1 when the port is taken."""
    if upgrade():
        print(gettext("Đã nâng cấp cơ sở dữ liệu."))
    collect_if_stale()
    try:
        door = _open_socket(options.host, options.port)
    except OSError as error:
        sentence = gettext("Không mở được cổng %(port)s tại %(host)s (%(why)s). Xin chọn cổng khác bằng --port.")
        print(sentence % {"port": options.port, "host": options.host, "why": error.strerror}, file=sys.stderr)
        return 1
    greeting = "\n".join(_greeting(f"http://{_shown(options.host)}:{door.getsockname()[1]}/"))
    connection.close()  # the threads have connections of their own
    sys.setswitchinterval(SWITCH_SECONDS)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # ends like Ctrl+C, jobs included
    with _jobs(), suppress(KeyboardInterrupt):
        _Server(_configuration(), greeting).run(sockets=[door])
    return 0


class _Server(uvicorn.Server):
    """Says where it is once it answers, and ends the open streams before it waits for what is being answered."""

    def __init__(self, config: uvicorn.Config, greeting: str) -> None:
        super().__init__(config)
        self.greeting = greeting

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        print(self.greeting, flush=True)

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        hub.close()
        await super().shutdown(sockets)


def _configuration() -> uvicorn.Config:
    proxies = sorted(settings.NGHEDAN_TRUSTED_PROXIES)
    return uvicorn.Config(
        settings.ASGI_APPLICATION.replace(".application", ":application"),
        loop="asyncio", http="h11", ws="none", lifespan="off", log_config=None, access_log=False, server_header=False,
        backlog=BACKLOG, proxy_headers=bool(proxies), forwarded_allow_ips=proxies,
        timeout_graceful_shutdown=SHUTDOWN_SECONDS,
    )  # fmt: skip


def _greeting(address: str) -> Iterator[str]:
    yield gettext("Nghe Dân đang chạy tại %(address)s (dừng: Ctrl+C)") % {"address": address}
    key_for("recovery")  # makes the master key if there is none yet
    if (settings.NGHEDAN_KEYS / MASTER_NAME).exists() and not recovery.has_box(settings.NGHEDAN_KEYS):
        yield gettext("Cụm từ khôi phục (chép ra giấy, cất riêng; mở bản sao lưu khi máy hỏng; chỉ in một lần):")
        yield f"    {recovery.make_box(settings.NGHEDAN_KEYS)}"
    if first_run.is_needed():
        yield gettext("Cài đặt lần đầu: mở %(address)s và nhập mã") % {"address": f"{address}first-run/"}
        yield f"    {first_run.new_set_up_code()}"


@contextmanager
def _jobs() -> Iterator[None]:
    """Run the jobs in a thread beside the pages, unless a process of its own does."""
    if not settings.NGHEDAN_WORKER:
        yield
        return
    stop = threading.Event()
    thread = threading.Thread(target=run_until, args=(stop,), name="jobs", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join(SHUTDOWN_SECONDS)


def _open_socket(host: str, port: int) -> socket.socket:
    door = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET)
    if os.name != "nt":  # on Windows it would let two servers share the port
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(BACKLOG)
    except OSError:
        door.close()
        raise
    return door


def _shown(host: str) -> str:
    """Return an address one can click on."""
    try:
        ours = ip_address(host).is_unspecified or ip_address(host).is_loopback
    except ValueError:
        return host
    return "localhost" if ours else f"[{host}]" if ":" in host else host

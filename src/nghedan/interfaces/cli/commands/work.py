"""``nghedan work``: the job worker alone, for larger sites."""

import argparse
import signal
import threading

from nghedan.foundation.outbox.worker import run_until
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Chạy riêng các việc nền (dùng cho nơi lớn, khi NGHEDAN_WORKER=0).")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(_options: argparse.Namespace) -> int:
    """Drain the outbox until interrupted."""
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_received: stop.set())
    run_until(stop)
    return 0

"""``nghedan migrate``: bring the database to the present structure."""

import argparse

from django.utils.translation import gettext

from nghedan.interfaces.cli.upgrade import upgrade
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Nâng cấp cấu trúc cơ sở dữ liệu (lệnh serve tự làm việc này).")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(_options: argparse.Namespace) -> int:
    """Apply what is pending and name it."""
    applied = upgrade()
    print("\n".join(applied) if applied else gettext("Cơ sở dữ liệu đã ở cấu trúc mới nhất."))
    return 0

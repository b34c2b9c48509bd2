"""``nghedan doctor``: every registry, setting and dependency with its state, in plain text."""

import argparse

from django.utils.translation import gettext

from nghedan.interfaces.cli import health
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Khám nơi cài đặt: phiên bản, thiết lập, cơ sở dữ liệu, đồng hồ, dung lượng, khóa, việc nền, lịch, danh mục.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """There are none."""


def run(_options: argparse.Namespace) -> int:
    """Print every finding by section; 1 when one of them is a fault."""
    worst = health.Level.FINE
    for section, findings in health.examine():
        print(f"\n{gettext(section)}")
        for finding in findings:
            print(f"  {gettext(finding.level.label):<8} {gettext(finding.what)}: {finding.state}")
            worst = max(worst, finding.level, key=list(health.Level).index)
    return 1 if worst is health.Level.FAULT else 0

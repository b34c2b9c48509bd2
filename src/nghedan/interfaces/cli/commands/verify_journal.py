"""``nghedan verify-journal``: the proof that the journal is unbroken and uncut."""

import argparse
import sys
from pathlib import Path

from django.utils.translation import gettext

from nghedan.foundation.journal.verify import Anchor, anchors_now, verify_all
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Kiểm chứng nhật ký: không đứt, không bị sửa, không bị cắt đuôi.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--anchor", type=Path, help=_("tệp các mốc đã in hoặc lưu nơi khác, mỗi dòng: chuỗi số dấu-niêm")
    )


def run(options: argparse.Namespace) -> int:
    """Print every fault and return 1, or the heads of the chains and 0; 2 for anchors that cannot be read."""
    try:
        anchors = read_anchors(options.anchor) if options.anchor else ()
    except (OSError, ValueError, UnicodeDecodeError):
        print(gettext("Không đọc được tệp mốc %(file)s.") % {"file": options.anchor}, file=sys.stderr)
        return 2
    faults = verify_all(anchors)
    for fault in faults:
        print(fault, file=sys.stderr)
    if faults:
        print(gettext("Nhật ký KHÔNG nguyên vẹn: %(count)s chỗ.") % {"count": len(faults)}, file=sys.stderr)
        return 1
    print(gettext("Nhật ký nguyên vẹn. Các mốc hiện nay:"))
    print(anchors_text(), end="")
    return 0


def read_anchors(file: Path) -> tuple[Anchor, ...]:
    """Return the anchors in a file. Raises OSError, ValueError."""
    return tuple(Anchor.parse(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip())


def anchors_text() -> str:
    """Return the heads of all chains, one a line, as ``read_anchors`` reads them."""
    return "".join(f"{anchor.chain} {anchor.number} {anchor.seal}\n" for anchor in anchors_now())

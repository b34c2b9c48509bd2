"""``nghedan backup DIR``: database, attachments, locked keys and journal heads as one consistent whole."""

import argparse
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from nghedan.foundation.keys import key_for, recovery
from nghedan.interfaces.cli import archive
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Sao lưu toàn bộ vào một thư mục mới; chạy được khi phần mềm đang hoạt động.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help=_("thư mục mới hoặc trống"))


def run(options: argparse.Namespace) -> int:
    """Write the backup; print the recovery phrase if there was none yet."""
    key_for("recovery")  # makes the master key if there is none yet
    if not recovery.has_box(settings.NGHEDAN_KEYS):
        print(gettext("Cụm từ khôi phục (chép ra giấy, cất riêng; chỉ in một lần):"))
        print(f"    {recovery.make_box(settings.NGHEDAN_KEYS)}")
    manifest = archive.write(options.folder)
    sentence = gettext("Đã sao lưu %(count)s tệp vào %(folder)s. Muốn mở lại trên máy khác, cần cụm từ khôi phục.")
    print(sentence % {"count": len(manifest.digests), "folder": options.folder})
    return 0

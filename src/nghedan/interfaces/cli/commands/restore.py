"""``nghedan restore DIR``: put a backup in the place of what is here, and prove its journal."""

import argparse
import getpass
import sys
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext

from nghedan.foundation.access.models import User
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.keys import recovery
from nghedan.interfaces.cli import archive
from nghedan.interfaces.cli.commands.verify_journal import read_anchors
from nghedan.interfaces.cli.upgrade import upgrade
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Khôi phục từ một bản sao lưu; phải dừng phần mềm trước.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help=_("thư mục của bản sao lưu"))
    parser.add_argument(
        "--replace", action="store_true", help=_("thay dữ liệu đang có (bản đang có được giữ trong backups/)")
    )
    parser.add_argument("--phrase", help=_("cụm từ khôi phục; không ghi thì phần mềm hỏi"))


def run(options: argparse.Namespace) -> int:
    """Check everything first, then restore; 1 when the restored journal does not hold, 2 when nothing was done."""
    manifest = archive.check(options.folder)
    if _is_in_use() and not options.replace:
        return _refuse(_("Nơi này đã có dữ liệu. Thêm --replace nếu chắc chắn muốn thay."))
    try:
        master = None if manifest.key == archive.key_sign() else _unlocked(options)
    except recovery.WrongPhraseError:
        return _refuse(_("Cụm từ khôi phục không đúng. Chưa có gì bị thay đổi."))
    archive.read_back(options.folder, master)
    upgrade()
    faults = verify_all(read_anchors(options.folder / archive.ANCHORS))
    for fault in faults:
        print(fault, file=sys.stderr)
    print(gettext("Đã khôi phục; nhật ký không khớp.") if faults else gettext("Đã khôi phục; nhật ký nguyên vẹn."))
    return 1 if faults else 0


def _is_in_use() -> bool:
    """Say whether somebody has an account here."""
    known = connection.introspection.table_names()
    return User._meta.db_table in known and User.objects.exists()


def _unlocked(options: argparse.Namespace) -> bytes:
    phrase = options.phrase or getpass.getpass(gettext("Cụm từ khôi phục: "))
    return recovery.open_box(options.folder / archive.KEY_BOX, phrase)


def _refuse(sentence: str) -> int:
    print(gettext(sentence), file=sys.stderr)
    return 2

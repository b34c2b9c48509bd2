"""``nghedan read-plan``: an issued plan as JSON; needs neither settings nor database."""

import argparse
import json
import sys
from pathlib import Path

from nghedan.domain.plans.reader import UnreadablePlan, read_plan, render_trace
from nghedan.interfaces.cli.main import CANNOT
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

HELP = _("Đọc tệp kế hoạch đã ban hành, in ra dữ liệu JSON; dòng chưa xếp được in ra luồng lỗi.")

NO_FILE = _("Không mở được tệp “%(file)s”.")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the parameters."""
    parser.add_argument("file", type=Path, help=_("tệp DOCX, PDF có chữ, TXT hoặc Markdown"))
    parser.add_argument("--trace", type=Path, help=_("ghi ra tệp này chỗ của từng dòng"))


def run(options: argparse.Namespace) -> int:
    """Print the plan; exit 2 with one line when the file cannot be read."""
    try:
        understood = read_plan(contents_of(options.file), options.file.name)
    except UnreadablePlan as error:
        print(error, file=sys.stderr)
        return CANNOT
    if options.trace:
        trace = json.dumps(render_trace(understood), ensure_ascii=False, indent=1)
        options.trace.write_text(trace + "\n", encoding="utf-8")
    for line in understood.not_placed:
        print(f"NOT PLACED {line.number}: {line.text.strip()}", file=sys.stderr)
    print(json.dumps(understood.data, ensure_ascii=False, indent=2))
    return 0


def contents_of(path: Path) -> bytes:
    """Return the bytes of a file. Raises Invalid when it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Invalid("file.not_opened", NO_FILE, file=str(path)) from error

"""Finding and running a command; only the one that was asked for is imported."""

import argparse
import ast
import importlib
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

from nghedan.kernel.errors import DomainError
from nghedan.kernel.terms import gettext_noop as _

FOLDER = Path(__file__).parent / "commands"
WITHOUT_DJANGO = frozenset({"read-plan"})
"""Commands that need neither settings nor database, and start faster without."""

CANNOT = 2
"""Exit code for what was asked wrongly or cannot be read."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command named first and return its exit code."""
    _speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    names = command_names()
    if not given or given[0] not in names:
        return _explain(names, given)
    name = given[0]
    if name not in WITHOUT_DJANGO:
        _set_up_django()
    command = importlib.import_module(f"{__package__}.commands.{name.replace('-', '_')}")
    return _run(command, name, given[1:])


def command_names() -> list[str]:
    """Return the commands there are, by the files in the folder."""
    return sorted(path.stem.replace("_", "-") for path in FOLDER.glob("[a-z]*.py"))


def help_of(name: str) -> str:
    """Return the sentence in the command's ``HELP``, read from the source, so that nothing is imported for it."""
    tree = ast.parse((FOLDER / f"{name.replace('-', '_')}.py").read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "HELP":
            return next(str(part.value) for part in ast.walk(node.value) if isinstance(part, ast.Constant))
    raise LookupError(f"{name}: HELP is missing")


def _run(command: ModuleType, name: str, given: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog=f"nghedan {name}", description=command.HELP)
    command.add_arguments(parser)
    options = parser.parse_args(given)
    try:
        return int(command.run(options))
    except DomainError as error:
        print(error, file=sys.stderr)
        return CANNOT
    except KeyboardInterrupt:
        return 130


def _explain(names: Sequence[str], given: Sequence[str]) -> int:
    asked_for_help = not given or given[0] in {"-h", "--help", "help"}
    width = max(map(len, names))
    lines = [
        _("Nghe Dân: đối thoại trực tiếp giữa người đứng đầu và Nhân dân."), "",
        _("Cách dùng: nghedan LỆNH [tham số]; nghedan LỆNH --help để xem tham số."), "",
        *(f"  {name:<{width}}  {help_of(name)}" for name in names),
    ]  # fmt: skip
    if not asked_for_help:
        lines = [_("Không có lệnh “%(name)s”.") % {"name": given[0]}, "", *lines]
    print("\n".join(lines), file=sys.stdout if asked_for_help else sys.stderr)
    return 0 if asked_for_help else CANNOT


def _set_up_django() -> None:
    import django  # noqa: PLC0415  (slow; not every command needs it)

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "nghedan.config.settings.base")
    django.setup()


def _speak_utf8() -> None:
    """Write Vietnamese on consoles whose own code page lacks it."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="replace")

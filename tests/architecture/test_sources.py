"""House rules that a reader of one file cannot see."""

import ast
from collections.abc import Iterator

import pytest

from tests.architecture.sources import PACKAGE, dotted, nodes, trees

POSIX_MODULES = {"fcntl", "grp", "pwd", "resource", "termios", "tty", "pty", "syslog", "crypt"}
POSIX_NAMES = {
    "os.chown", "os.fork", "os.geteuid", "os.getgid", "os.getpgid", "os.getuid", "os.killpg", "os.mkfifo", "os.nice",
    "os.setsid", "os.sync", "os.uname", "os.wait", "signal.SIGHUP", "signal.SIGKILL", "signal.SIGUSR1",
    "signal.SIGUSR2", "signal.alarm", "signal.pause", "signal.setitimer", "time.tzset",
}  # fmt: skip
READS_ENVIRONMENT = {
    "config/env.py": "declares every variable",
    "config/wsgi.py": "names the settings module",
    "interfaces/cli/main.py": "names the settings module",
    "interfaces/cli/archive.py": "hands the environment on to PostgreSQL's tools",
}


def _imports(node: ast.AST) -> list[str]:
    if isinstance(node, ast.ImportFrom):
        return [node.module or ""]
    return [alias.name for alias in node.names] if isinstance(node, ast.Import) else []


def _local_imports() -> Iterator[tuple[str, str]]:
    for kind in (ast.FunctionDef, ast.AsyncFunctionDef):
        for place, function in nodes(kind):
            for node in ast.walk(function):
                for name in _imports(node):
                    yield place.partition(":")[0], name


def test_no_import_of_ours_hides_in_a_function() -> None:
    hidden = {(path, name) for path, name in _local_imports() if name.split(".")[0] == "nghedan"}
    assert hidden == {("config/apps.py", "nghedan.config")}  # the wiring needs every app loaded


def test_no_call_that_only_posix_has() -> None:
    modules = {
        (place, name) for kind in (ast.Import, ast.ImportFrom) for place, node in nodes(kind) for name in _imports(node)
    }
    names = {(place, dotted(node)) for place, node in nodes(ast.Attribute)}
    assert [found for found in sorted(modules) if found[1] in POSIX_MODULES] == []
    assert [found for found in sorted(names) if found[1] in POSIX_NAMES] == []


def test_dates_are_not_formatted_with_signs_windows_lacks() -> None:
    texts = [
        (place, node.value) for place, node in nodes(ast.Constant) if isinstance(getattr(node, "value", None), str)
    ]
    assert [place for place, text in texts if any(sign in text for sign in ("%-d", "%-m", "%-H"))] == []


def test_only_the_declarations_read_the_environment() -> None:
    found = {
        place.partition(":")[0]
        for place, node in nodes(ast.Attribute)
        if dotted(node) in {"os.environ", "os.getenv", "os.putenv"}
    }
    assert found == set(READS_ENVIRONMENT)


@pytest.mark.parametrize("path", sorted(path for path in trees() if path.startswith("domain/") and "/services" in path))
def test_every_deed_says_what_it_does(path: str) -> None:
    """A deed is a public function of a ``services`` module that takes the actor by keyword."""
    for node in trees()[path].body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            assert ast.get_docstring(node), f"{path}: {node.name} has no docstring"


def test_every_package_says_what_it_is() -> None:
    silent = [
        path
        for path, tree in trees().items()
        if path.endswith("__init__.py") and path != "__init__.py" and not ast.get_docstring(tree)
        if "templatetags" not in path
    ]
    assert silent == []


def test_no_file_is_called_after_nothing() -> None:
    vague = {"utils.py", "helpers.py", "common.py", "misc.py", "tools.py"}
    assert [path for path in trees() if path.rpartition("/")[2] in vague] == []
    assert [str(path) for name in ("utils", "helpers", "common") for path in PACKAGE.rglob(name)] == []

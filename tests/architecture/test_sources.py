"""House rules that a reader of one file cannot see."""

import ast

import pytest

from tests.architecture.sources import dotted, imported, modules, nodes, place

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
VAGUE = {"utils", "helpers", "common", "misc", "tools"}


def test_no_call_that_only_posix_has() -> None:
    found = [
        f"{place(path, node)} {name}"
        for path, node in nodes()
        for name in (*imported(node), dotted(node) if isinstance(node, ast.Attribute) else "")
        if name in POSIX_MODULES | POSIX_NAMES
    ]
    assert found == []


def test_dates_are_not_formatted_with_signs_windows_lacks() -> None:
    found = [
        place(path, node)
        for path, node in nodes()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if any(sign in node.value for sign in ("%-d", "%-m", "%-H"))
    ]
    assert found == []


def test_only_the_declarations_read_the_environment() -> None:
    reading = {
        path
        for path, node in nodes()
        if isinstance(node, ast.Attribute) and dotted(node) in {"os.environ", "os.getenv", "os.putenv"}
    }
    assert reading == set(READS_ENVIRONMENT)


@pytest.mark.parametrize("path", [path for path in modules("domain", "foundation") if "/services" in path])
def test_every_deed_says_what_it_does(path: str) -> None:
    silent = [
        node.name
        for node in modules("domain", "foundation")[path].body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert silent == []


def test_every_package_says_what_it_is() -> None:
    silent = [
        path
        for path, tree in modules().items()
        if path.endswith("/__init__.py") and "templatetags" not in path and not ast.get_docstring(tree)
    ]
    assert silent == []


def test_no_module_is_called_after_nothing() -> None:
    assert [path for path in modules() if VAGUE & {*path.removesuffix(".py").split("/")}] == []

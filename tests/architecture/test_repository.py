"""What is kept in the repository speaks of the product only."""

import re
import shutil
import subprocess
from functools import cache

import pytest

from tests.architecture.sources import ROOT

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists() or shutil.which("git") is None, reason="not a git work tree"
)

HERE = "tests/architecture/test_repository.py"
MACHINE_PATHS = re.compile(r"(?<![\w.:/-])(?:/home|/root|/Users|/work|/mnt|/media|/opt)/\w|[A-Z]:\\Users\\")
REGISTRIES = re.compile(
    r"(?:pypi|pythonhosted|npmjs|yarnpkg|jsdelivr|unpkg|cdnjs|artifactory|nexus)[\w-]*\.[a-z]{2,}"
    r"|--(?:extra-)?index-url[ =]\S",
    re.IGNORECASE,
)
SECRETS = re.compile(r"-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b")
GENERATED = re.compile(r"(?:^|/)(?:node_modules|__pycache__|static_collected|\.venv|dist|var)/|\.(?:pyc|sqlite3)$")


@cache
def _texts() -> dict[str, str]:
    """Return path -> text of every tracked file that is text and still there."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout.decode()
    texts = {}
    for name in filter(None, listed.split("\0")):
        try:
            texts[name] = (ROOT / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError):
            continue
    return texts


def _lines_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for name, text in _texts().items()
        if name != HERE
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_path_of_a_machine_is_written_down() -> None:
    assert _lines_with(MACHINE_PATHS) == []


def test_no_host_of_a_package_registry_is_written_down() -> None:
    assert _lines_with(REGISTRIES) == []


def test_no_secret_is_written_down() -> None:
    assert _lines_with(SECRETS) == []


def test_nothing_generated_is_tracked() -> None:
    assert [name for name in _texts() if GENERATED.search(name)] == []


def test_every_text_uses_unix_line_ends_and_ends_its_last_line() -> None:
    texts = [name for name, text in _texts().items() if name.endswith((".py", ".md", ".html")) and text.strip()]
    contents = {name: (ROOT / name).read_bytes() for name in texts}
    assert [name for name, content in contents.items() if b"\r\n" in content or not content.endswith(b"\n")] == []


def test_both_locks_are_hashed_and_name_no_index() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / name).read_text(encoding="utf-8")
        pinned = re.findall(r"^[\w.-]+(?:\[[\w,-]+\])?==[^\\\n]+(\\)?$", text, re.MULTILINE)
        assert len(pinned) > 20
        assert set(pinned) == {"\\"}, f"{name}: a package without a hash"

"""Files are whole or absent, and leave nothing unfinished behind."""

import os
from pathlib import Path

import pytest

from nghedan.foundation.attachments import store


@pytest.fixture(autouse=True)
def data(tmp_path: Path, settings: object) -> Path:
    settings.NGHEDAN_DATA = tmp_path  # type: ignore[attr-defined]
    return tmp_path


def test_what_is_written_is_read(data: Path) -> None:
    path = store.new_path("abcdefghjkmn")
    store.write(path, b"content")
    assert store.read(path) == b"content"
    assert [file.relative_to(data / "files").as_posix() for file in data.rglob("*") if file.is_file()] == [path]


def test_paths_are_random_and_tell_nothing() -> None:
    paths = {store.new_path("abcdefghjkmn") for _ in range(200)}
    assert len(paths) == 200
    assert {path.split("/")[0] for path in paths} == {"abcdefghjkmn"}
    assert {len(path) for path in paths} == {12 + 1 + 2 + 1 + 32}


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_fault_leaves_neither_file_nor_part(step: str, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def disk_is_full(*args: object) -> None:
        raise OSError("disk is full")

    monkeypatch.setattr(*((os, "fsync") if step == "fsync" else (Path, "replace")), disk_is_full)
    path = store.new_path("abcdefghjkmn")
    with pytest.raises(OSError, match="disk is full"):
        store.write(path, b"content")
    assert [file for file in data.rglob("*") if file.is_file()] == []
    with pytest.raises(FileNotFoundError):
        store.read(path)


def test_the_file_is_flushed_before_it_gets_its_name_and_the_folder_after(monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    fsync, replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (steps.append("flush"), fsync(handle))[1])
    monkeypatch.setattr(Path, "replace", lambda file, to: (steps.append("rename"), replace(file, to))[1])
    store.write(store.new_path("abcdefghjkmn"), b"content")
    assert steps == ["flush", "rename", *(["flush"] if hasattr(os, "O_DIRECTORY") else [])]


def test_without_folder_handles_it_writes_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_DIRECTORY", raising=False)
    path = store.new_path("abcdefghjkmn")
    store.write(path, b"content")
    assert store.read(path) == b"content"


def test_nothing_is_ever_overwritten() -> None:
    path = store.new_path("abcdefghjkmn")
    (store.root() / path).parent.mkdir(parents=True)
    (store.root() / (path + store.UNFINISHED)).write_bytes(b"of another")
    with pytest.raises(FileExistsError):
        store.write(path, b"content")


def test_removing_twice_is_no_fault() -> None:
    path = store.new_path("abcdefghjkmn")
    store.write(path, b"content")
    store.remove(path)
    store.remove(path)
    assert list(store.files_of("abcdefghjkmn", older_than=float("inf"))) == []

"""One master key in a file, one derived key per purpose."""

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from nghedan.foundation import keys


def test_each_purpose_has_its_own_key_and_each_installation_its_own(tmp_path: Path) -> None:
    here, there = tmp_path / "a", tmp_path / "b"
    found = {keys.derive(folder, purpose) for folder in (here, there) for purpose in ("forms", "journal/chain")}
    assert len(found) == 4
    assert {len(key) for key in found} == {32}


def test_the_key_survives_a_restart(tmp_path: Path) -> None:
    first = keys.derive(tmp_path, "forms")
    keys.derive.cache_clear()
    assert keys.derive(tmp_path, "forms") == first


def test_the_master_key_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    keys.derive(tmp_path, "forms")
    path = tmp_path / keys.MASTER_NAME
    assert len(bytes.fromhex(path.read_text())) == keys.MASTER_BYTES
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_eight_that_start_at_once_agree_on_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _number: keys._master(tmp_path / "keys"), range(8)))
    assert len(found) == 1


@pytest.mark.parametrize("text", ["", "abcd", "z" * 63])
def test_a_damaged_key_file_stops_the_start(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keys, "WAIT_FOR_WRITER", 0.05)
    (tmp_path / keys.MASTER_NAME).write_text(text)
    with pytest.raises(ValueError, match="damaged key file"):
        keys.derive(tmp_path, "forms")

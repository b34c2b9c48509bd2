import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.interfaces.cli.conftest import Run

WHOLE = "Đã khôi phục; nhật ký nguyên vẹn.\n"


def back_up(run: Run, data: Path, folder: Path) -> str:
    """Write a backup and return the recovery phrase it printed."""
    done = run(data, "backup", str(folder))
    assert done.returncode == 0, done.stderr
    return re.findall(r"^ {4}([0-9a-z-]{29})$", done.stdout, re.MULTILINE)[0]


def usernames(data: Path) -> list[str]:
    with closing(sqlite3.connect(data / "nghedan.sqlite3")) as database:
        return [row[0] for row in database.execute("SELECT username FROM access_user ORDER BY id")]


def change(data: Path, statement: str) -> None:
    """Change the database behind the product's back."""
    with closing(sqlite3.connect(data / "nghedan.sqlite3")) as database, database:
        database.execute(statement)


def test_a_backup_opens_on_another_machine_with_the_phrase(inhabited: Path, tmp_path: Path, run: Run) -> None:
    folder, elsewhere = tmp_path / "backup", tmp_path / "elsewhere"
    phrase = back_up(run, inhabited, folder)

    done = run(elsewhere, "restore", str(folder), "--phrase", phrase.upper())

    assert (done.returncode, done.stdout) == (0, WHOLE), done.stderr
    assert usernames(elsewhere) == ["ha", "an"]
    assert (elsewhere / "files" / "paper.bin").read_bytes() == b"paper"
    assert (elsewhere / "keys" / "master.key").read_bytes() == (inhabited / "keys" / "master.key").read_bytes()
    assert run(elsewhere, "verify-journal", "--anchor", str(folder / "anchors.txt")).returncode == 0


def test_the_keys_do_not_lie_open_in_a_backup(inhabited: Path, tmp_path: Path, run: Run) -> None:
    phrase = back_up(run, inhabited, tmp_path / "backup")
    master = (inhabited / "keys" / "master.key").read_text(encoding="ascii").strip()
    for file in (path for path in (tmp_path / "backup").rglob("*") if path.is_file()):
        assert master.encode() not in file.read_bytes()
        assert bytes.fromhex(master) not in file.read_bytes()
        assert phrase.encode() not in file.read_bytes()


def test_a_wrong_phrase_changes_nothing(inhabited: Path, tmp_path: Path, run: Run) -> None:
    back_up(run, inhabited, tmp_path / "backup")
    done = run(tmp_path / "elsewhere", "restore", str(tmp_path / "backup"), "--phrase", "sai-sai-sai")
    assert (done.returncode, done.stderr) == (2, "Cụm từ khôi phục không đúng. Chưa có gì bị thay đổi.\n")
    assert not (tmp_path / "elsewhere" / "files").exists()


def test_data_that_is_here_is_replaced_only_when_said_so_and_kept_aside(
    inhabited: Path, tmp_path: Path, run: Run
) -> None:
    back_up(run, inhabited, tmp_path / "backup")
    change(inhabited, "UPDATE access_user SET username = 'khac' WHERE username = 'an'")

    refused = run(inhabited, "restore", str(tmp_path / "backup"))
    assert (refused.returncode, usernames(inhabited)) == (2, ["ha", "khac"])

    done = run(inhabited, "restore", str(tmp_path / "backup"), "--replace")
    assert (done.returncode, done.stdout) == (0, WHOLE), done.stderr
    assert usernames(inhabited) == ["ha", "an"]
    (aside,) = (inhabited / "backups").glob("before-restore-*.sqlite3")
    with closing(sqlite3.connect(aside)) as database:
        assert database.execute("SELECT count(*) FROM access_user WHERE username = 'khac'").fetchone() == (1,)


@pytest.mark.parametrize("name", ["database.sqlite3", "files/paper.bin", "master.recovery.json"])
def test_a_damaged_backup_is_refused_before_anything_changes(
    inhabited: Path, tmp_path: Path, run: Run, name: str
) -> None:
    back_up(run, inhabited, tmp_path / "backup")
    with (tmp_path / "backup" / name).open("ab") as file:
        file.write(b"x")
    done = run(inhabited, "restore", str(tmp_path / "backup"), "--replace")
    assert (done.returncode, done.stderr) == (
        2, f"Bản sao lưu hỏng: tệp {name} không khớp mã kiểm tra. Chưa có gì bị thay đổi.\n",
    )  # fmt: skip
    assert usernames(inhabited) == ["ha", "an"]


def test_a_backup_never_writes_over_something(inhabited: Path, tmp_path: Path, run: Run) -> None:
    back_up(run, inhabited, tmp_path / "backup")
    again = run(inhabited, "backup", str(tmp_path / "backup"))
    assert (again.returncode, "không trống" in again.stderr) == (2, True)


def test_any_folder_is_not_a_backup(inhabited: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "photos").mkdir()
    done = run(inhabited, "restore", str(tmp_path / "photos"), "--replace")
    assert (done.returncode, "không phải bản sao lưu" in done.stderr) == (2, True)


def test_a_journal_whose_tail_was_cut_after_the_backup_is_found_out(inhabited: Path, tmp_path: Path, run: Run) -> None:
    back_up(run, inhabited, tmp_path / "backup")
    anchors = tmp_path / "anchors.txt"
    shutil.copy(tmp_path / "backup" / "anchors.txt", anchors)
    assert run(inhabited, "verify-journal", "--anchor", str(anchors)).returncode == 0

    change(inhabited, "DELETE FROM journal_journalentry WHERE number = (SELECT max(number) FROM journal_journalentry)")
    done = run(inhabited, "verify-journal", "--anchor", str(anchors))
    assert done.returncode == 1
    assert "KHÔNG nguyên vẹn" in done.stderr


def test_anchors_that_cannot_be_read_are_told(inhabited: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "anchors.txt").write_text("khong phai moc", encoding="utf-8")
    done = run(inhabited, "verify-journal", "--anchor", str(tmp_path / "anchors.txt"))
    assert (done.returncode, done.stderr) == (2, f"Không đọc được tệp mốc {tmp_path / 'anchors.txt'}.\n")


def test_a_database_in_use_is_not_replaced(inhabited: Path, tmp_path: Path, run: Run) -> None:
    back_up(run, inhabited, tmp_path / "backup")
    change(inhabited, "UPDATE access_user SET username = 'khac' WHERE username = 'an'")
    with closing(sqlite3.connect(inhabited / "nghedan.sqlite3")) as serving:
        serving.execute("PRAGMA journal_mode=WAL")
        serving.execute("SELECT count(*) FROM access_user").fetchone()
        done = run(inhabited, "restore", str(tmp_path / "backup"), "--replace")
    assert (done.returncode, "Xin dừng Nghe Dân" in done.stderr) == (2, True)
    assert usernames(inhabited) == ["ha", "khac"]

import subprocess
import sys
from pathlib import Path

import pytest

from nghedan.interfaces.cli.main import WITHOUT_DJANGO, command_names, help_of, main
from tests.interfaces.cli.conftest import Run, environment


def test_help_lists_every_command_with_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    printed = capsys.readouterr().out.splitlines()
    listed = {line.split()[0]: line.split(maxsplit=1)[1] for line in printed if line.startswith("  ")}
    assert listed == {name: help_of(name) for name in command_names()}
    assert {"serve", "work", "doctor", "verify-journal", "backup", "restore", "migrate"} <= set(listed)


def test_an_unknown_command_is_told_and_exits_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["listen"]) == 2
    printed = capsys.readouterr()
    assert printed.err.splitlines()[0] == "Không có lệnh “listen”."
    assert printed.out == ""


def test_explaining_the_commands_imports_no_django(tmp_path: Path) -> None:
    script = (
        "import sys; from nghedan.interfaces.cli.main import main; main(['--help']); sys.exit('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], env=environment(tmp_path), capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize("name", sorted(WITHOUT_DJANGO))
def test_a_command_without_django_imports_none(tmp_path: Path, name: str) -> None:
    script = f"import sys; from nghedan.interfaces.cli.main import main\ntry: main(['{name}', '--help'])\n"
    script += "except SystemExit: pass\nsys.exit('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], env=environment(tmp_path), capture_output=True, check=False)
    assert done.returncode == 0


def test_a_data_folder_with_spaces_and_vietnamese_letters(tmp_path: Path, run: Run) -> None:
    data = tmp_path / "Dữ liệu của xã"
    assert run(data, "migrate").returncode == 0
    assert run(data, "migrate").stdout == "Cơ sở dữ liệu đã ở cấu trúc mới nhất.\n"

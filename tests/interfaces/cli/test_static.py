import os
from pathlib import Path
from typing import Any

import pytest

from nghedan.interfaces.cli import static

SOURCE = Path(static.__file__).parents[2] / "foundation" / "ui" / "static" / "ui" / "theme.css"


@pytest.fixture
def root(settings: Any, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }
    return tmp_path


def test_a_checkout_collects_once_and_again_when_a_file_changed(root: Path) -> None:
    assert static.collect_if_stale()
    assert (root / static.MANIFEST).exists()
    assert not static.collect_if_stale()
    os.utime(root / static.MANIFEST, (0, SOURCE.stat().st_mtime - 1))
    assert static.collect_if_stale()


def test_an_installed_wheel_never_writes_into_its_folder(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(static, "CHECKOUT_MARK", root / "pyproject.toml")
    assert not static.collect_if_stale()
    assert list(root.iterdir()) == []

"""Static files: in a wheel they are collected already, in a source checkout whenever one has changed."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command

from nghedan.interfaces.cli.upgrade import alone_by_file

MANIFEST = "staticfiles.json"
CHECKOUT_MARK = Path(__file__).resolve().parents[4] / "pyproject.toml"
"""Lies above ``src`` in a checkout; an installed wheel has no such file, and its folder may be read-only."""


def collect_if_stale() -> bool:
    """In a source checkout collect unless the manifest is newer than all static files; say whether it was done."""
    if not CHECKOUT_MARK.exists():
        return False
    root = Path(settings.STATIC_ROOT)
    if _is_fresh(root):
        return False
    with alone_by_file(root.parent / "collecting.lock.sqlite3"):
        if _is_fresh(root):  # another process that started at the same time has done it
            return False
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    return True


def _is_fresh(root: Path) -> bool:
    manifest = root / MANIFEST
    return manifest.exists() and manifest.stat().st_mtime >= _newest_source()


def _newest_source() -> float:
    folders = (Path(config.path) / "static" for config in apps.get_app_configs() if config.name.startswith("nghedan."))
    return max(file.stat().st_mtime for folder in folders for file in folder.rglob("*") if file.is_file())

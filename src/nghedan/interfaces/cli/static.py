"""Static files: in a wheel they are collected already, in a source checkout whenever one has changed."""

from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command

MANIFEST = "staticfiles.json"


def collect_if_stale() -> bool:
    """Collect the static files unless the manifest is newer than all of them; say whether it was done."""
    manifest = Path(settings.STATIC_ROOT) / MANIFEST
    if manifest.exists() and manifest.stat().st_mtime >= _newest_source():
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    return True


def _newest_source() -> float:
    """Return when a static file of ours was last changed; 0 for a wheel, which carries only the collected ones."""
    folders = (Path(config.path) / "static" for config in apps.get_app_configs() if config.name.startswith("nghedan."))
    return max((file.stat().st_mtime for folder in folders for file in folder.rglob("*") if file.is_file()), default=0)

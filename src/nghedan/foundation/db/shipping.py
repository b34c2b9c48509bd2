"""Data that ships with the product: loaded after every migration, so that it is there from the first table on."""

from typing import Any

from django.apps import AppConfig
from django.apps import apps as installed_apps
from django.apps.registry import Apps
from django.db.models.signals import post_migrate
from django.utils.module_loading import import_string


def load_after_migrate(app: AppConfig, *, model: str, loader: str) -> None:
    """Call the idempotent function at the dotted path ``loader`` after each migration, once ``model`` has a table.

    Unlike a data migration it also runs after a flush, and brings corrections of the data without a new migration.
    """

    def load(*, apps: Apps = installed_apps, **_unused: Any) -> None:
        try:
            apps.get_model(model)
        except LookupError:  # only a part of the apps has been migrated
            return
        import_string(loader)()

    post_migrate.connect(load, sender=app, weak=False, dispatch_uid=loader)

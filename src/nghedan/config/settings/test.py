"""Settings of the tests: a throw-away data folder, quick password hashing, plain static files."""

import tempfile
from pathlib import Path

from nghedan.config.settings import base
from nghedan.config.settings.base import *  # noqa: F403
from nghedan.foundation.keys import derive

NGHEDAN_DATA = Path(tempfile.mkdtemp(prefix="nghedan-test-"))
NGHEDAN_KEYS = NGHEDAN_DATA / "keys"
SECRET_KEY = derive(NGHEDAN_KEYS, "django").hex()

if "sqlite3" in base.DATABASES["default"]["ENGINE"]:
    DATABASES = {
        "default": {
            **base.DATABASES["default"],
            "NAME": NGHEDAN_DATA / "test.sqlite3",
            "TEST": {"NAME": NGHEDAN_DATA / "test.sqlite3"},
        }
    }
    DATABASES["default"]["OPTIONS"] = {
        **base.DATABASES["default"]["OPTIONS"],
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=OFF; PRAGMA foreign_keys=ON; "
        "PRAGMA secure_delete=ON;",
    }

INSTALLED_APPS = [*base.INSTALLED_APPS, "tests.support.things"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    **base.STORAGES,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
LOGGING_CONFIG = None  # pytest catches what is logged
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
NGHEDAN_EMAIL_FROM = ""  # tests that send say so
WHITENOISE_AUTOREFRESH = True  # static files straight from the sources; nothing is collected
WHITENOISE_USE_FINDERS = True

"""Settings of the process that gets killed: the real database settings, and only the apps a deed on things needs."""

from nghedan.config import env

NGHEDAN_DATA = env.data_folder()
NGHEDAN_KEYS = env.keys_folder()
NGHEDAN_SITE = env.SITE.value
SECRET_KEY = "never used"
DATABASES = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "access.User"
USE_TZ = True
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "nghedan.foundation.tenancy",
    "nghedan.foundation.access",
    "nghedan.foundation.outbox",
    "nghedan.foundation.journal",
    "nghedan.foundation.transitions",
    "tests.support.things",
]

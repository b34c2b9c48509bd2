"""Settings of every installation; what differs between them comes from the environment (``config.env``)."""

from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from django.utils.translation import gettext_lazy as _

from nghedan.config import env
from nghedan.foundation.keys import derive

PACKAGE = Path(__file__).resolve().parent.parent.parent

try:
    NGHEDAN_VERSION = version("nghedan")
except PackageNotFoundError:  # run from the sources, not installed
    NGHEDAN_VERSION = "0"

NGHEDAN_DATA = env.data_folder()
NGHEDAN_KEYS = env.keys_folder()
NGHEDAN_SITE = env.SITE.value
NGHEDAN_PUBLIC_URL = env.PUBLIC_URL.value.rstrip("/")
NGHEDAN_TRUSTED_PROXIES = frozenset(env.names(env.TRUSTED_PROXIES))
NGHEDAN_PRODUCTION = env.PRODUCTION.is_set
NGHEDAN_HOST = env.HOST.value
NGHEDAN_PORT = int(env.PORT.value)
NGHEDAN_WORKER = env.WORKER.is_set
NGHEDAN_VARIABLES = env.VARIABLES

DEBUG = env.DEVELOPMENT.is_set
SECRET_KEY = derive(NGHEDAN_KEYS, "django").hex()
ALLOWED_HOSTS = env.names(env.ALLOWED_HOSTS)
DATABASES = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "nghedan.foundation.tenancy",
    "nghedan.foundation.budgets",
    "nghedan.foundation.access",
    "nghedan.foundation.outbox",
    "nghedan.foundation.journal",
    "nghedan.foundation.transitions",
    "nghedan.foundation.accounts",
    "nghedan.foundation.calendars",
    "nghedan.foundation.deadlines",
    "nghedan.foundation.identities",
    "nghedan.foundation.mail",
    "nghedan.foundation.attachments",
    "nghedan.foundation.documents",
    "nghedan.foundation.search",
    "nghedan.foundation.ui",
    "nghedan.domain.organisations",
    "nghedan.domain.plans",
    "nghedan.domain.dialogues",
    "nghedan.domain.papers",
    "nghedan.domain.notices",
    "nghedan.domain.invitations",
    "nghedan.domain.opinions",
    "nghedan.domain.matters",
    "nghedan.domain.hall",
    "nghedan.domain.conclusions",
    "nghedan.domain.followup",
    "nghedan.domain.reports",
    "nghedan.interfaces.web",
    "nghedan.interfaces.console",
    "nghedan.interfaces.stage",
    "nghedan.interfaces.portal",
    "allauth",  # after our pages, so that our templates are found first
    "allauth.account",
    "allauth.mfa",
    "nghedan.config",
]

MIDDLEWARE = [
    "nghedan.interfaces.web.security.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "nghedan.interfaces.web.language.ChosenLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "nghedan.interfaces.web.sessions.SignInMiddleware",
    "nghedan.interfaces.web.actors.ActorMiddleware",
    "nghedan.interfaces.web.errors.ErrorMiddleware",
]

ROOT_URLCONF = "nghedan.config.urls"
WSGI_APPLICATION = "nghedan.config.wsgi.application"
ASGI_APPLICATION = "nghedan.config.asgi.application"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "nghedan.interfaces.web.context.page_context",
            ],
            "builtins": ["nghedan.foundation.ui.templatetags.ui", "django.templatetags.i18n"],
        },
    }
]
FORM_RENDERER = "nghedan.foundation.ui.forms.Renderer"

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Tiếng Việt")), ("en", _("Tiếng Anh"))]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Ho_Chi_Minh"

STATIC_URL = "/static/"
STATIC_ROOT = PACKAGE / "static_collected"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": NGHEDAN_DATA / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

AUTH_USER_MODEL = "access.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "nghedan.interfaces.web.sign_in.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # nobody signs up; allauth derives the sign-in form from it
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_RATE_LIMITS = {
    "login": None,  # would count by address: a hall is one address
    "login_failed": "10/5m/key",  # of the second factor, per account; passwords: see AccountAdapter
}
ACCOUNT_FORMS = {
    "login": "nghedan.interfaces.web.sign_in.forms.SignInForm",
    "change_password": "nghedan.interfaces.web.sign_in.forms.NewPasswordForm",
    "reauthenticate": "nghedan.interfaces.web.sign_in.forms.PasswordAgainForm",
}
MFA_ADAPTER = "nghedan.interfaces.web.sign_in.adapters.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_FORMS = {
    "authenticate": "nghedan.interfaces.web.sign_in.forms.CodeForm",
    "reauthenticate": "nghedan.interfaces.web.sign_in.forms.CodeAgainForm",
    "activate_totp": "nghedan.interfaces.web.sign_in.forms.FirstCodeForm",
}

SESSION_COOKIE_AGE = 12 * 60 * 60  # a working day; the idle lock is shorter (accounts.session)
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = NGHEDAN_PRODUCTION
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "nghedan.interfaces.web.errors.csrf_failure"
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"  # public pages touch no session
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if NGHEDAN_PRODUCTION else 0

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "scrubbed": {
            "()": "logging.Formatter" if DEBUG else "nghedan.interfaces.web.logs.ScrubbingFormatter",
            "format": "{asctime} {levelname} {name}: {message}",
            "style": "{",
        }
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "scrubbed"}},
    "loggers": {
        "django": {"handlers": ["console"], "level": "INFO", "propagate": False},
        "uvicorn": {"level": "WARNING"},
    },
    "root": {"handlers": ["console"], "level": "INFO"},
}

vars().update(env.mail_server())  # EMAIL_…, and NGHEDAN_EMAIL_FROM: "" when nothing can be sent

DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024 * 1024  # a pasted megabyte of Vietnamese, percent-encoded, reaches its field
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

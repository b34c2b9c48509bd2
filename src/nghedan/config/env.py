"""Every environment variable: name, default, one line of explanation. Nothing else reads the environment."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class Variable:
    """An environment variable the product reads."""

    name: str
    default: str
    help: str

    @property
    def value(self) -> str:
        return os.environ.get(self.name, self.default)

    @property
    def is_set(self) -> bool:
        return self.value.strip().lower() in {"1", "true", "yes", "on"}


DATA = Variable("NGHEDAN_DATA", "var", "folder of database, attachments and keys")
KEYS = Variable("NGHEDAN_KEYS", "", "folder of the keys, if it is to lie elsewhere than the data")
DATABASE_URL = Variable("NGHEDAN_DATABASE_URL", "", "postgresql://… for larger sites; empty: SQLite in the data folder")
HOST = Variable("NGHEDAN_HOST", "127.0.0.1", "address to listen on; 0.0.0.0 lets the hall's network in")
PORT = Variable("NGHEDAN_PORT", "8000", "port to listen on")
ALLOWED_HOSTS = Variable("NGHEDAN_ALLOWED_HOSTS", "*", "names under which the pages may be asked for, by comma")
PUBLIC_URL = Variable(
    "NGHEDAN_PUBLIC_URL", "", "address printed in links and QR codes, e.g. https://nghedan.example.vn"
)
TRUSTED_PROXIES = Variable("NGHEDAN_TRUSTED_PROXIES", "", "addresses of proxies whose word on the client's address counts, by comma")  # fmt: skip  # noqa: E501
SITE = Variable("NGHEDAN_SITE", "main", "name of this site in the journal; a hall laptop has one of its own")
PRODUCTION = Variable("NGHEDAN_PRODUCTION", "", "1: refuse demonstration data, require secure cookies")
DEVELOPMENT = Variable("NGHEDAN_DEVELOPMENT", "", "1: error pages with details and the catalogue of components")
WORKER = Variable("NGHEDAN_WORKER", "1", "0: `serve` does not run the jobs; a separate `work` does")
EMAIL_URL = Variable(
    "NGHEDAN_EMAIL_URL", "",
    "mail server: smtps://user:password@host (TLS), smtp://… (STARTTLS), smtp+plain://…; empty: nothing is sent",
)  # fmt: skip
EMAIL_FROM = Variable("NGHEDAN_EMAIL_FROM", "", "address mail is sent from; empty: the user of the mail server")

VARIABLES = (
    DATA, KEYS, DATABASE_URL, HOST, PORT, ALLOWED_HOSTS, PUBLIC_URL, TRUSTED_PROXIES, SITE, PRODUCTION, DEVELOPMENT,
    WORKER, EMAIL_URL, EMAIL_FROM,
)  # fmt: skip


def names(variable: Variable) -> list[str]:
    """Return the parts of a variable that lists several values by comma."""
    return [part.strip() for part in variable.value.split(",") if part.strip()]


def data_folder() -> Path:
    return Path(DATA.value).resolve()


def keys_folder() -> Path:
    return Path(KEYS.value).resolve() if KEYS.value else data_folder() / "keys"


def database() -> dict[str, Any]:
    """Return Django's settings of the one database. Raises ValueError for a URL that is not PostgreSQL's."""
    return _postgresql(DATABASE_URL.value) if DATABASE_URL.value else _sqlite(data_folder() / "nghedan.sqlite3")


MAIL_PORTS = {"smtps": 465, "smtp": 587, "smtp+plain": 25}
"""How the mail server is spoken to -> its usual port."""


def mail_server() -> dict[str, Any]:
    """Return Django's settings of the mail server, and the address mail is sent from: "" when there is no server.

    Raises ValueError for a URL that is none of a mail server, or when no sender is given.
    """
    if not EMAIL_URL.value:
        return {"EMAIL_BACKEND": "django.core.mail.backends.dummy.EmailBackend", "NGHEDAN_EMAIL_FROM": ""}
    parts = urlsplit(EMAIL_URL.value)
    if parts.scheme not in MAIL_PORTS or not parts.hostname:
        raise ValueError(f"{EMAIL_URL.name} must be smtps://, smtp:// or smtp+plain:// with a host")
    user = unquote(parts.username or "")
    sender = EMAIL_FROM.value.strip() or user
    if "@" not in sender or not sender.isprintable() or " " in sender:
        raise ValueError(f"{EMAIL_FROM.name} must be an address: {EMAIL_URL.name} names none")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or MAIL_PORTS[parts.scheme],
        "EMAIL_HOST_USER": user,
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
        "EMAIL_TIMEOUT": 10,
        "DEFAULT_FROM_EMAIL": sender,
        "NGHEDAN_EMAIL_FROM": sender,
    }


def _sqlite(path: Path) -> dict[str, Any]:
    """Settings of the embedded database.

    IMMEDIATE, because a transaction that reads first and then wants to write fails at once when another is writing;
    FULL, because what was acknowledged must survive a power cut. secure_delete, because what was erased must not be
    left readable in the free parts of the file.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "CONN_MAX_AGE": 60,  # opening the file and its schema anew costs more than a page
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; "
            "PRAGMA secure_delete=ON; PRAGMA cache_size=-8000; PRAGMA temp_store=MEMORY;",
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"{DATABASE_URL.name} must begin with postgresql://")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }

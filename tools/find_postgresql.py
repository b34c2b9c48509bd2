"""Print the address of a PostgreSQL in which test databases can be made, or nothing when none answers.

Asked first is ``NGHEDAN_TEST_DATABASE_URL``, then the local socket as the present user, then 127.0.0.1 as ``postgres``.
"""

import os
import sys
from collections.abc import Iterable

import psycopg

LOCAL = (
    "postgresql:///postgres?host=/var/run/postgresql",
    "postgresql://postgres:postgres@127.0.0.1:5432/postgres",
)
SECONDS = 2


def first_usable(urls: Iterable[str]) -> str | None:
    """Return the first address whose user may create databases."""
    return next((url for url in urls if url and _is_usable(url)), None)


def _is_usable(url: str) -> bool:
    try:
        with psycopg.connect(url, connect_timeout=SECONDS) as connection:
            query = "SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user"
            row = connection.execute(query).fetchone()
    except psycopg.Error:
        return False
    return row == (True,)


if __name__ == "__main__":
    found = first_usable([os.environ.get("NGHEDAN_TEST_DATABASE_URL", ""), *LOCAL])
    print(found or "")
    sys.exit(0)

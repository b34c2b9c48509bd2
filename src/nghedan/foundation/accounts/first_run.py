"""The code that guards an empty installation: printed in the terminal, its digest kept in the data folder."""

import hmac
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from nghedan.foundation.access.models import User
from nghedan.foundation.accounts.cards import digest_of, new_code
from nghedan.foundation.accounts.rules import wait_after
from nghedan.foundation.db import clock
from nghedan.kernel.errors import Invalid
from nghedan.kernel.terms import gettext_noop as _

WRONG_CODE = _("Mã cài đặt không đúng. Mã được in trong cửa sổ dòng lệnh khi khởi động. Sai nhiều lần phải chờ tới một phút.")  # fmt: skip  # noqa: E501


@dataclass(frozen=True, slots=True)
class _Kept:
    """What the file holds: the digest of the code in force, wrong tries, and when the next one counts."""

    digest: str
    failures: int
    not_before: str

    @property
    def is_waiting(self) -> bool:
        return clock.now() < datetime.fromisoformat(self.not_before)


def is_needed() -> bool:
    """Say whether nobody has an account yet."""
    return not User.objects.exists()


def new_set_up_code() -> str:
    """Return a new code to be printed; an earlier one is void."""
    code = new_code()
    _write(_Kept(digest_of(code), 0, clock.now().isoformat()))
    return code


def check_set_up_code(code: str) -> None:
    """Raise Invalid unless this is the code in force; wrong tries are slowed down, and while slowed none counts."""
    kept = _read()
    if kept is not None and not kept.is_waiting:
        if hmac.compare_digest(kept.digest, digest_of(code)):
            return
        failures = kept.failures + 1
        _write(_Kept(kept.digest, failures, (clock.now() + wait_after(failures)).isoformat()))
    raise Invalid("first_run.code", WRONG_CODE, field="code")


def forget_set_up_code() -> None:
    """Remove the code once an account exists."""
    _path().unlink(missing_ok=True)


def _path() -> Path:
    return Path(settings.NGHEDAN_DATA) / "first-run.json"


def _read() -> _Kept | None:
    return _Kept(**json.loads(_path().read_text(encoding="utf-8"))) if _path().exists() else None


def _write(kept: _Kept) -> None:
    """Replace the file as a whole, so that a power cut leaves the old or the new one."""
    _path().parent.mkdir(parents=True, exist_ok=True)
    fresh = _path().with_suffix(".new")
    fresh.write_text(json.dumps(asdict(kept)), encoding="utf-8")
    fresh.replace(_path())

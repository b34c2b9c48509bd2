"""The state of an installation, as findings."""

import platform
import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from importlib import metadata
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils.translation import gettext

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.catalogue import PERMISSIONS, ROLE_LABELS
from nghedan.foundation.calendars.models import DayOff
from nghedan.foundation.db import clock
from nghedan.foundation.journal.models import Chain, JournalEntry
from nghedan.foundation.keys import MASTER_NAME, recovery
from nghedan.foundation.mail import server as mail
from nghedan.foundation.mail.models import Message
from nghedan.foundation.mail.terms import MessageState
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.outbox.subscriptions import schedules, subscribed_codes
from nghedan.foundation.transitions.machines import machines
from nghedan.interfaces.cli.upgrade import pending_migrations
from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

GIGABYTE = 2**30
SAFE_SQLITE = (3, 51, 3)
"""From here on a checkpoint cannot lose pages (https://sqlite.org/wal.html, "the WAL-reset bug")."""
LONGEST_WAIT = timedelta(minutes=10)
EARLIEST_DAY = 2026


class Level(Term):
    """How good a finding is."""

    FINE = "fine", _("tốt")
    NOTE = "note", _("lưu ý")
    FAULT = "fault", _("hỏng")


@dataclass(frozen=True, slots=True)
class Finding:
    """What was looked at (source text), how it is, and how good that is."""

    what: str
    state: str
    level: Level = Level.FINE


def examine() -> Iterator[tuple[str, list[Finding]]]:
    """Yield every section with its findings; one that cannot be examined says so and does not stop the others."""
    sections: tuple[tuple[str, Callable[[], Iterable[Finding]]], ...] = (
        (_("Phiên bản"), _versions),
        (_("Thiết lập"), _settings),
        (_("Cơ sở dữ liệu"), _database),
        (_("Đồng hồ"), _clock),
        (_("Thư mục và khóa"), _folders),
        (_("Việc nền"), _worker),
        (_("Thư điện tử"), _mail),
        (_("Nhật ký"), _journal),
        (_("Lịch làm việc"), _calendar),
        (_("Danh mục"), _registries),
        (_("Thư viện"), _libraries),
    )
    for title, look in sections:
        try:
            yield title, list(look())
        except DatabaseError as error:
            yield title, [Finding(_("Không đọc được cơ sở dữ liệu"), type(error).__name__, Level.FAULT)]


def _versions() -> Iterator[Finding]:
    yield Finding(_("Nghe Dân"), settings.NGHEDAN_VERSION)
    yield Finding(_("Python"), platform.python_version())
    yield Finding(_("Hệ điều hành"), platform.platform())
    if platform.system() == "Windows":
        yield Finding(_("Windows"), gettext("chưa được thử nghiệm trên Windows"), Level.NOTE)


def _settings() -> Iterator[Finding]:
    for variable in settings.NGHEDAN_VARIABLES:
        given = variable.value != variable.default
        yield Finding(variable.name, _shown(variable.value) + ("" if given else gettext(" (mặc định)")))


def _shown(value: str) -> str:
    """Return a setting without the password it may hold."""
    parts = urlsplit(value)
    return value.replace(f":{parts.password}@", ":…@") if parts.password else value or "–"


def _database() -> Iterator[Finding]:
    if connection.vendor == "sqlite":
        yield Finding(_("SQLite"), sqlite3.sqlite_version, Level.FINE)
        if sqlite3.sqlite_version_info < SAFE_SQLITE:
            note = gettext(
                "bản trước 3.51.3 có lỗi hiếm khi dồn nhật ký ghi; ở đây chỉ một kết nối được dồn, nên sao lưu đều"
            )
            yield Finding(_("SQLite"), note, Level.NOTE)
    else:
        with connection.cursor() as cursor:
            cursor.execute("SHOW server_version")
            yield Finding(_("PostgreSQL"), cursor.fetchone()[0])
    pending = pending_migrations()
    yield Finding(_("Cấu trúc"), ", ".join(pending) or gettext("mới nhất"), Level.FAULT if pending else Level.FINE)


def _clock() -> Iterator[Finding]:
    now = clock.local(clock.now())
    newest = JournalEntry.objects.order_by("-at").values_list("at", flat=True).first()
    runs_back = now.year < EARLIEST_DAY or (newest is not None and newest > clock.now() + timedelta(minutes=5))
    state = f"{now:%H:%M} {format_date(now.date())} ({clock.LOCAL_ZONE.key})"
    if runs_back:
        state += gettext("; đồng hồ máy chạy sai, xin chỉnh lại trước khi làm việc tiếp")
    yield Finding(_("Giờ máy"), state, Level.FAULT if runs_back else Level.FINE)


def _folders() -> Iterator[Finding]:
    data, keys = Path(settings.NGHEDAN_DATA), Path(settings.NGHEDAN_KEYS)
    free = shutil.disk_usage(data if data.exists() else data.parent).free
    yield Finding(_("Thư mục dữ liệu"), str(data))
    yield Finding(_("Còn trống"), f"{free / GIGABYTE:.1f} GB", Level.FINE if free > GIGABYTE else Level.NOTE)
    has_key = (keys / MASTER_NAME).exists()
    yield Finding(_("Khóa chính"), str(keys / MASTER_NAME), Level.FINE if has_key else Level.FAULT)
    boxed = recovery.has_box(keys)
    state = gettext("đã có") if boxed else gettext("chưa có; chạy nghedan backup để tạo")
    yield Finding(_("Cụm từ khôi phục"), state, Level.FINE if boxed else Level.NOTE)


def _worker() -> Iterator[Finding]:
    waiting = OutboxEntry.objects.filter(done_at__isnull=True, parked_at__isnull=True)
    late = waiting.filter(due_at__lt=clock.now() - LONGEST_WAIT).count()
    parked = OutboxEntry.objects.filter(parked_at__isnull=False).count()
    yield Finding(_("Đang chờ"), str(waiting.count()))
    yield Finding(_("Chờ quá 10 phút"), str(late), Level.FAULT if late else Level.FINE)
    yield Finding(_("Dừng vì lỗi nhiều lần"), str(parked), Level.NOTE if parked else Level.FINE)


def _mail() -> Iterator[Finding]:
    if not mail.has_server():
        yield Finding(_("Máy chủ thư"), gettext("chưa có; giấy mời in ra, giao tận tay"), Level.NOTE)
        return
    place = f"{settings.EMAIL_HOST}:{settings.EMAIL_PORT}"
    trouble = mail.trouble()
    state = gettext("không trả lời (%s)") % trouble if trouble else gettext("trả lời")
    yield Finding(_("Máy chủ thư"), f"{place}: {state}", Level.FAULT if trouble else Level.FINE)
    messages = Message.objects.across(Actor.system())
    yield Finding(_("Thư chờ gửi"), str(messages.filter(state=MessageState.WAITING).count()))
    failed = messages.filter(state=MessageState.FAILED).count()
    yield Finding(_("Thư không gửi được"), str(failed), Level.NOTE if failed else Level.FINE)


def _journal() -> Iterator[Finding]:
    for chain in Chain.objects.select_related("locality").order_by("pk"):
        yield Finding(f"{chain.locality.full_name}, {chain.site}", gettext("%s dòng") % chain.last_number)
    yield Finding(_("Kiểm chứng"), gettext("chạy nghedan verify-journal"))


def _calendar() -> Iterator[Finding]:
    nationwide = DayOff.objects.across(Actor.system()).filter(locality__isnull=True, is_forecast=False)
    announced = nationwide.order_by("-day").first()
    if announced is None:
        yield Finding(_("Lịch nghỉ toàn quốc"), gettext("chưa có"), Level.FAULT)
        return
    known_until = announced.day
    short = known_until.year < clock.today().year
    state = gettext("đã công bố đến hết năm %s; sau đó là dự kiến") % known_until.year
    yield Finding(_("Lịch nghỉ toàn quốc"), state, Level.NOTE if short else Level.FINE)


def _registries() -> Iterator[Finding]:
    yield Finding(_("Quyền"), ", ".join(PERMISSIONS))
    yield Finding(_("Vai trò"), ", ".join(ROLE_LABELS))
    yield Finding(_("Quy trình"), ", ".join(machine.subject for machine in machines().values()))
    yield Finding(_("Sự kiện có người nghe"), ", ".join(subscribed_codes()) or "–")
    yield Finding(_("Việc định kỳ"), ", ".join(schedule.code for schedule in schedules()) or "–")


NAME = re.compile(r"[\w.-]+")


def _libraries() -> Iterator[Finding]:
    try:
        needed = [line for line in metadata.requires("nghedan") or [] if "extra ==" not in line]
    except metadata.PackageNotFoundError:
        yield Finding(_("Nghe Dân"), gettext("chạy từ mã nguồn, chưa cài thành gói"), Level.NOTE)
        return
    for name in sorted({NAME.match(line)[0] for line in needed}):  # type: ignore[index]  # every requirement has one
        yield Finding(name, metadata.version(name))

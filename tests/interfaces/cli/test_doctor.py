"""What the doctor finds."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from nghedan.config import env
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.accounts import services
from nghedan.foundation.db import clock
from nghedan.foundation.outbox.models import OutboxEntry
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.cli import health
from nghedan.interfaces.cli.health import Finding, Level
from tests.interfaces.cli.conftest import Run
from tests.support.smtp import mail_server

NINE = datetime(2026, 3, 10, 9, 0, tzinfo=clock.LOCAL_ZONE)


def section(title: str) -> dict[str, Finding]:
    return {finding.what: finding for finding in dict(health.examine())[title]}


@pytest.mark.django_db
def test_every_setting_is_listed_and_no_password_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NGHEDAN_DATABASE_URL", "postgresql://an:bi-mat@db.example/nghedan")
    listed = section("Thiết lập")
    assert list(listed) == [variable.name for variable in env.VARIABLES]
    assert listed["NGHEDAN_DATABASE_URL"].state == "postgresql://an:…@db.example/nghedan"
    assert listed["NGHEDAN_PORT"].state == "8000 (mặc định)"


@pytest.mark.django_db
def test_a_missing_key_is_a_fault(settings: Any, tmp_path: Path) -> None:
    settings.NGHEDAN_KEYS = tmp_path
    assert section("Thư mục và khóa")["Khóa chính"].level is Level.FAULT


def test_a_clock_that_ran_back_is_a_fault(ha: Actor, an: Actor, locality: Locality) -> None:
    with clock.frozen(NINE):
        services.issue_password_card(actor=ha, user=User.objects.get(pk=an.user_id))
        assert section("Đồng hồ")["Giờ máy"].level is Level.FINE
    with clock.frozen(NINE - timedelta(minutes=6)):
        assert section("Đồng hồ")["Giờ máy"].level is Level.FAULT


@pytest.mark.django_db
def test_work_that_waits_for_long_is_a_fault() -> None:
    with clock.frozen(NINE):
        OutboxEntry.objects.create(code="x", due_at=NINE - timedelta(minutes=11))
        OutboxEntry.objects.create(code="x", due_at=NINE - timedelta(minutes=9))
        OutboxEntry.objects.create(code="x", parked_at=NINE)
        found = section("Việc nền")
    assert [finding.state for finding in found.values()] == ["2", "1", "1"]
    assert found["Chờ quá 10 phút"].level is Level.FAULT


@pytest.mark.django_db
def test_a_mail_server_is_told_with_whether_it_answers(settings: Any) -> None:
    found = section("Thư điện tử")
    assert [(one.what, one.level) for one in found.values()] == [("Máy chủ thư", Level.NOTE)]
    with mail_server() as box:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", box.port
        settings.NGHEDAN_EMAIL_FROM = "vanphong@suoilanh.example"
        answering = section("Thư điện tử")
        box.replies["EHLO"] = box.replies["HELO"] = ["535 vanphong@suoilanh.example"]
        settings.EMAIL_HOST_USER, settings.EMAIL_HOST_PASSWORD = "vanphong@suoilanh.example", "bi-mat"
        refusing = section("Thư điện tử")["Máy chủ thư"]
    silent = section("Thư điện tử")["Máy chủ thư"]
    place = f"127.0.0.1:{box.port}"
    assert [one.state for one in answering.values()] == [f"{place}: trả lời", "0", "0"]
    assert (refusing.state, refusing.level) == (f"{place}: không trả lời (SMTPHeloError)", Level.FAULT)
    assert (silent.state, silent.level) == (f"{place}: không trả lời (ConnectionRefusedError)", Level.FAULT)


@pytest.mark.parametrize(("version", "notes"), [((3, 51, 2), 1), ((3, 51, 3), 0), ((3, 52, 0), 0)])
@pytest.mark.django_db
def test_an_sqlite_that_may_lose_pages_is_told(
    monkeypatch: pytest.MonkeyPatch, version: tuple[int, ...], notes: int
) -> None:
    if health.connection.vendor != "sqlite":
        pytest.skip("speaks of SQLite")
    monkeypatch.setattr(health.sqlite3, "sqlite_version_info", version)
    found = dict(health.examine())["Cơ sở dữ liệu"]
    assert sum(finding.level is Level.NOTE for finding in found) == notes


def test_the_report_names_every_part_and_a_folder_without_database_is_a_fault(
    inhabited: Path, tmp_path: Path, run: Run
) -> None:
    done = run(inhabited, "doctor")
    assert done.returncode == 0, done.stdout
    assert [line for line in done.stdout.splitlines() if line and not line.startswith(" ")] == [
        "Phiên bản", "Thiết lập", "Cơ sở dữ liệu", "Đồng hồ", "Thư mục và khóa", "Việc nền", "Thư điện tử", "Nhật ký",
        "Lịch làm việc", "Danh mục", "Thư viện",
    ]  # fmt: skip
    empty = run(tmp_path / "empty", "doctor")
    assert (empty.returncode, "hỏng" in empty.stdout) == (1, True)

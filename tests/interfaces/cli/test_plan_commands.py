"""read-plan, import-plan, render and seed as a person calls them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.organisations.models import Body
from nghedan.domain.plans.models import Plan
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.models import User
from nghedan.foundation.deadlines.models import Deadline
from nghedan.foundation.journal.verify import verify_all
from nghedan.foundation.tenancy.models import Locality
from nghedan.interfaces.cli.main import CANNOT, main

PLAN = """Số: 07/KH-UBND
Suối Lành, ngày 12 tháng 02 năm 2026

KẾ HOẠCH
Đối thoại giữa Chủ tịch UBND xã với Nhân dân năm 2026

Căn cứ Điều 43 Luật Tổ chức chính quyền địa phương ngày 16/6/2025;

I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
- Nghe dân nói về đường và nước.
2. Yêu cầu
- Trả lời rõ, có hạn.

II. NỘI DUNG
1. Đối tượng đối thoại: Nhân dân trong xã.
2. Thời gian: 8 giờ ngày 16/9/2026.
3. Địa điểm: Nhà văn hóa xã Suối Lành.

III. TỔ CHỨC THỰC HIỆN
1. Văn phòng HĐND và UBND xã
- Tổng hợp ý kiến gửi Chủ tịch chậm nhất 05 ngày làm việc trước ngày đối thoại.

Nơi nhận:
- Các thôn;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Trần Văn Bình
"""


@pytest.fixture
def plan_file(tmp_path: Path) -> Path:
    path = tmp_path / "ke-hoach.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


@pytest.fixture
def body(locality: Locality) -> Body:
    row = Body(
        locality=locality, kind="people_committee", name="Ủy ban nhân dân xã Suối Lành", head_post="Chủ tịch",
        deputy_post="Phó Chủ tịch", signature_authority="TM. ỦY BAN NHÂN DÂN", document_code="UBND", state="current",
    )  # fmt: skip
    row.save()
    return row


def test_read_plan_needs_neither_django_nor_database(plan_file: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace.json"
    code = (
        "import sys; from nghedan.interfaces.cli.main import main; code = main(sys.argv[1:]); "
        "sys.exit(99 if 'django' in sys.modules else code)"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code, "read-plan", str(plan_file), "--trace", str(trace)],
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr
    assert json.loads(ran.stdout)["number"] == "07/KH-UBND"
    written = [number for number, line in enumerate(PLAN.splitlines(), 1) if line.strip()]
    assert [int(number) for number in json.loads(trace.read_text(encoding="utf-8"))] == written


@pytest.mark.parametrize(
    ("name", "content"), [("rong.txt", b""), ("anh.docx", b"\x89PNG\r\n\x1a\n"), ("thu.txt", b"Xin chao")]
)
def test_unreadable_file_is_one_line_and_exit_2(
    tmp_path: Path, name: str, content: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert main(["read-plan", str(path)]) == CANNOT
    captured = capsys.readouterr()
    assert captured.out == ""
    assert len(captured.err.strip().splitlines()) == 1


def test_missing_file_is_one_line_and_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read-plan", str(tmp_path / "khong-co.txt")]) == CANNOT
    assert "Không mở được tệp" in capsys.readouterr().err


def test_import_plan_stores_the_whole_year(plan_file: Path, locality: Locality, body: Body) -> None:
    assert main(["import-plan", str(plan_file), "--locality", locality.slug]) == 0
    plan = Plan.objects.of(locality).get()
    (dialogue,) = Dialogue.objects.of(locality)
    assert (plan.state, plan.number, str(dialogue.held_on)) == ("issued", "07/KH-UBND", "2026-09-16")
    assert dialogue.tasks.count() == 1
    assert f"plan.{plan.public_id}.1" in set(Deadline.objects.of(locality).values_list("rule_code", flat=True))
    assert verify_all() == []


def test_import_plan_without_the_body_stores_nothing(plan_file: Path, locality: Locality) -> None:
    assert main(["import-plan", str(plan_file), "--locality", locality.slug]) == CANNOT
    assert Plan.objects.of(locality).count() == 0


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".docx", b"PK"), (".pdf", b"%PDF"), (".html", b"<"), (".txt", "ỦY".encode())]
)
def test_render_writes_every_kind(
    plan_file: Path, tmp_path: Path, locality: Locality, body: Body, suffix: str, begins: bytes
) -> None:
    main(["import-plan", str(plan_file), "--locality", locality.slug])
    target = tmp_path / f"ra{suffix}"
    plan = Plan.objects.of(locality).get()
    assert main(["render", "plan", "--for", plan.public_id, "--to", str(target)]) == 0
    assert target.read_bytes().startswith(begins)


def test_render_says_what_it_cannot(tmp_path: Path, locality: Locality, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["render", "khac", "--for", "x", "--to", str(tmp_path / "a.pdf")]) == CANNOT
    assert main(["render", "plan", "--for", "x", "--to", str(tmp_path / "a.odt")]) == CANNOT
    assert main(["render", "plan", "--for", "x", "--to", str(tmp_path / "a.pdf")]) == CANNOT
    assert len(capsys.readouterr().err.strip().splitlines()) == 3


def test_seed_builds_five_localities_at_their_stages(db: None, tmp_path: Path) -> None:
    manifest = tmp_path / "demo.json"
    assert main(["seed", "--manifest", str(manifest)]) == 0
    told = json.loads(manifest.read_text(encoding="utf-8"))
    states = {one["locality"]: [plan["state"] for plan in one["plans"]] for one in told}
    assert states == {
        "na-khoang": ["draft"], "dak-rang": ["submitted"], "lung-cham": ["issued"], "sa-hai": ["issued"],
        "khuon-lang": ["issued", "issued"],
    }  # fmt: skip
    assert Dialogue.objects.across(Actor.system()).filter(held_on__isnull=False).count() == 1
    passwords = [account["password"] for one in told for account in one["accounts"]]
    assert len(set(passwords)) == len(passwords)
    assert all(User.objects.get(username=a["username"]).check_password(a["password"]) for a in told[0]["accounts"])
    assert verify_all() == []
    assert main(["seed"]) == 0
    assert Locality.objects.count() == 5

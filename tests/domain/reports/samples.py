"""Facts of reports, written by hand: an invented commune and its Party committee report on the same conference."""

from datetime import date

from nghedan.domain.papers.issuing import Issuer
from nghedan.domain.reports.documents import result_report
from nghedan.domain.reports.figures import DialogueFigures
from nghedan.domain.reports.rules.counting import Punctuality, Tally
from nghedan.domain.reports.terms import Result
from nghedan.foundation.documents.model import Document, Header
from tests.domain.matters.documents.samples import COMMITTEE, PARTY, plan_of

DAY = date(2026, 9, 25)
FIGURES = DialogueFigures(
    counted_on=DAY, voices=22, channels=(("Phiếu ý kiến", 15), ("Họp thôn, tổ dân phố", 6), ("Đã chuyển theo quy định", 1)),  # noqa: E501
    attended=186, speakers=14,
    matters=Tally(
        matters=9,
        results={Result.IN_HALL: 4, Result.IN_WRITING: 1, Result.WAITING: 2, Result.REFERRED: 1, Result.SET_ASIDE: 1},
        fields={
            "Giao thông": {Result.IN_HALL: 1, Result.REFERRED: 1, Result.WAITING: 1},
            "Nước sinh hoạt": {Result.IN_HALL: 3, Result.IN_WRITING: 1, Result.WAITING: 1, Result.SET_ASIDE: 1},
        },
        hamlets={"Thôn Bãi Đa": {Result.IN_HALL: 4, Result.WAITING: 2}, "Thôn Suối Mơ": {Result.REFERRED: 3}},
        answers=Punctuality(on_time=1, late=0, open_late=1, open_in_time=1),
    ),
    commitments=3, commitments_done=1, kept=Punctuality(on_time=1, open_in_time=2),
)  # fmt: skip
ROWS = (
    ("1", "Mở rộng tỉnh lộ 12", "Giao thông", "Sở Xây dựng", "Đã chuyển cơ quan có thẩm quyền"),
    ("2", "Sửa bể nước thôn Bãi Đa", "Nước sinh hoạt", "Phòng Kinh tế", "Đang giải quyết, sẽ trả lời bằng văn bản"),
    ("3", "Nối ống nước vào xóm trên", "Nước sinh hoạt", "Phòng Kinh tế", "Đã trả lời tại hội nghị"),
)


def report(issuer: Issuer = COMMITTEE) -> Document:
    """The report of the committee to Sở Nội vụ."""
    return result_report.document_of(_facts(issuer, ("Sở Nội vụ tỉnh Đông Sơn",), "Kết quả"))


def party_report() -> Document:
    """The same of the Party committee to the boards of the province."""
    boards = ("Ban Tuyên giáo và Dân vận Tỉnh ủy", "Ban Nội chính Tỉnh ủy")
    return result_report.document_of(_facts(PARTY, boards, "về kết quả"))


def _facts(issuer: Issuer, addressees: tuple[str, ...], begins: str) -> result_report.ReportFacts:
    conference = "hội nghị đối thoại với Nhân dân ngày 15/9/2026"
    number = "52-BC/ĐU" if issuer.is_party else "142/BC-UBND"
    return result_report.ReportFacts(
        title=f"{begins} {conference}",
        header=Header(
            issuer=issuer.lines, superior=issuer.superior, number=number, place=issuer.place, day=25, month=9, year=2026
        ),
        issuer=issuer, addressees=addressees,
        opening=f"Thực hiện {plan_of(issuer)}, {issuer.name} báo cáo kết quả {conference} như sau:",
        prepared="Hội nghị được tổ chức ngày 15/9/2026 tại Nhà văn hóa xã Yên Hòa.\nVăn phòng tiếp nhận ý kiến từ ngày 20/8/2026.",  # noqa: E501
        figures=FIGURES,
        written=(("Ưu điểm", "Hội nghị dân chủ, thẳng thắn."), ("Hạn chế, nguyên nhân", "Một đơn vị trả lời chậm.")),
        rows=ROWS,
    )  # fmt: skip

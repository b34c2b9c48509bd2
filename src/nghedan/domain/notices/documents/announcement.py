"""THÔNG BÁO tổ chức hội nghị đối thoại: when, where, about what, and how anybody takes part (Điều 43)."""

from collections.abc import Iterator
from dataclasses import dataclass

from nghedan.domain.dialogues.deadlines import NOTICE
from nghedan.domain.dialogues.models import Dialogue
from nghedan.domain.dialogues.terms import Medium, Step
from nghedan.domain.notices.documents.calling import Calling, calling_by, is_public
from nghedan.domain.notices.queries import ANNOUNCEMENT, told_by
from nghedan.domain.notices.services.issuing import call_out
from nghedan.domain.papers.issuing import paper_header
from nghedan.domain.papers.kinds import PaperKind, Part, paper_kind, words_of
from nghedan.domain.papers.models import OfficialPaper
from nghedan.domain.papers.terms import Audience, MetBy
from nghedan.domain.plans.terms import Openness
from nghedan.foundation.documents.model import Block, Bullets, Document, Header, Paragraph, Section
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.vietnamese import format_date

ABBREVIATION = "TB"
RULES, CONTACT, MORE = "rules", "contact", "more"

HOUSE_RULES = (
    "Đến đúng giờ; ai muốn phát biểu thì đăng ký với thư ký trước hoặc trong hội nghị.\n"
    "Phát biểu theo thứ tự được mời, ngắn gọn, đúng nội dung; người chưa kịp phát biểu gửi phiếu ý kiến cho thư ký.\n"
    "Giữ trật tự, tôn trọng người khác. Khiếu nại, tố cáo được hướng dẫn gửi đúng nơi giải quyết, không giải quyết "
    "tại hội nghị."
)
TO_COME = {
    Openness.OPEN: "Mọi người dân {where}đều được dự và được phát biểu, không cần giấy mời.",
    Openness.INVITATION: (
        "Hội nghị dành cho người được mời. Người không được mời vẫn gửi được ý kiến theo các cách dưới đây; kết quả "
        "được thông báo công khai."
    ),
}
NOT_AGREED = _("Người đứng đầu chưa thống nhất nội dung, đối tượng.")
NO_DAY = _("Chưa chọn ngày tổ chức.")
NO_HOUR = _("Chưa có giờ bắt đầu.")
NO_VENUE = _("Chưa có địa điểm.")
NO_ADDRESS = _("Chưa có địa chỉ dự trực tuyến.")


@dataclass(frozen=True, slots=True)
class AnnouncementFacts:
    """Everything the notice says."""

    title: str
    header: Header
    calling: Calling
    rules: str
    contact: str
    more: str


def document_of(facts: AnnouncementFacts) -> Document:
    """Return the notice."""
    calling = facts.calling
    return Document(
        kind="THÔNG BÁO",
        subject=subject_line(facts.title, is_party=calling.issuer.is_party),
        header=facts.header,
        opening=(_opening(calling),),
        body=tuple(_body(facts)),
        closing=(_closing(calling),),
        recipients=recipients_of(calling),
        archive=calling.issuer.archive,
        signatures=(calling.issuer.signature,),
    )


def subject_line(title: str, *, is_party: bool) -> str:
    """Return the trích yếu as the rules of the body print it: the Party's begins with "về"."""
    return f"về {title}" if is_party and not title.lower().startswith("về ") else title


def recipients_of(calling: Calling) -> tuple[str, ...]:
    """Return to whom a notice goes: those who must know, those who make it known."""
    hamlets = "Các thôn, tổ dân phố (thông báo đến Nhân dân)"
    if calling.issuer.is_party:
        return ("Thường trực HĐND, UBND", "Ủy ban MTTQ Việt Nam", "Các chi bộ trực thuộc", hamlets)
    return (
        "Thường trực Đảng ủy (b/c)", "Thường trực HĐND", "Ủy ban MTTQ Việt Nam", "Các đơn vị liên quan", hamlets,
        "Trang thông tin điện tử, truyền thanh (đưa tin)",
    )  # fmt: skip


def _opening(calling: Calling) -> str:
    between = ", " if " và Kế hoạch" in calling.plans else " và "
    following = between.join(filter(None, (calling.basis, calling.plans)))
    before = f"Thực hiện {following}, " if following else ""
    return (
        f"{before}{calling.issuer.name} tổ chức hội nghị đối thoại với Nhân dân, chủ đề “{calling.theme}”, "
        "và thông báo như sau:"
    )


def _body(facts: AnnouncementFacts) -> Iterator[Block]:
    calling = facts.calling
    yield Section("Thời gian, địa điểm, chủ trì", tuple(_place(calling)))
    yield Section("Nội dung, đối tượng", tuple(_contents(calling)))
    yield Section("Cách tham gia", tuple(_taking_part(calling)))
    if facts.rules:
        yield Section("Nội quy hội nghị", (Bullets(_lines(facts.rules)),))
    if facts.contact:
        yield Section("Liên hệ", (Paragraph(ended(facts.contact)),))
    for line in _lines(facts.more):
        yield Paragraph(line)


def _place(calling: Calling) -> Iterator[Section]:
    yield Section("Thời gian", lead=ended(f"Bắt đầu lúc {calling.when}" if calling.when else "…………"))
    yield Section("Địa điểm", lead=ended(calling.where or "…………"))
    if calling.medium is not Medium.IN_PERSON:
        yield Section("Hình thức", lead=ended(calling.medium.label))
    if calling.presided:
        yield Section("Chủ trì", (Bullets(calling.presided),))


def _contents(calling: Calling) -> Iterator[Section]:
    if calling.topics:
        yield Section("Nội dung đối thoại", (Bullets(calling.topics),))
    if calling.audience:
        yield Section("Đối tượng", (Bullets(calling.audience),))
    if calling.places:
        yield Section("Địa bàn", lead=ended(", ".join(calling.places)))


def _taking_part(calling: Calling) -> Iterator[Section]:
    where = "trên các địa bàn nêu trên " if calling.places else ""
    yield Section("Dự hội nghị", lead=TO_COME[calling.openness].format(where=where))
    yield Section("Gửi ý kiến trước hội nghị bằng một trong các cách", (Bullets(tuple(ways_of(calling))),))
    if calling.cut_off:
        until = f"Ý kiến gửi đến hết ngày {format_date(calling.cut_off)} kịp để các đơn vị chuẩn bị trả lời"
        yield Section("Thời hạn", lead=f"{until}; gửi sau vẫn được nhận.")


def ways_of(calling: Calling) -> Iterator[str]:
    """Return how anybody's words reach the office beforehand."""
    if calling.address:
        yield f"Trên điện thoại, máy tính: {calling.address}"
    yield f"Phiếu ý kiến nhận tại nhà văn hóa hoặc {calling.issuer.office}, không bắt buộc ghi họ tên"
    yield f"Nói với {calling.to_whom} để ghi lại và chuyển giúp"
    if calling.contact:
        meet = "Gặp hoặc gọi" if any(sign.isdigit() for sign in calling.contact) else "Gặp trực tiếp"
        yield f"{meet} {calling.contact}"


def _closing(calling: Calling) -> str:
    invited = "Trân trọng mời Nhân dân tham dự" if calling.openness is Openness.OPEN else "Đề nghị các đại biểu tham dự"
    units = "các thôn, tổ dân phố" if not calling.places else "các thôn, tổ dân phố có tên trên"
    return f"{calling.issuer.name} đề nghị {units} thông báo rộng rãi đến Nhân dân. {invited} đông đủ, đúng giờ."


def ended(text: str) -> str:
    """Return a text with a full stop at its end."""
    return text if text.endswith((".", "…", "!", "?")) else f"{text}."


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def missing_for(dialogue: Dialogue) -> tuple[str, ...]:
    """Return what stands against calling the people: the head's agreement, and what they have to know."""
    is_online = dialogue.medium == Medium.ONLINE
    place = (dialogue.online_address, NO_ADDRESS) if is_online else (dialogue.venue, NO_VENUE)
    asked = ((dialogue.agreed_on, NOT_AGREED), (dialogue.held_on, NO_DAY), (dialogue.starts_at, NO_HOUR), place)
    return tuple(sentence for value, sentence in asked if not value)


def _parts(paper: OfficialPaper) -> tuple[Part, ...]:
    contact = calling_by(paper, None).contact
    return (
        Part(RULES, _("Nội quy hội nghị"), _("Mỗi dòng một ý."), HOUSE_RULES, rows=6),
        Part(CONTACT, _("Liên hệ"), _("Ai, ở đâu, số điện thoại nào."), contact, rows=2),
        Part(MORE, _("Nội dung khác"), _("Để trống nếu không có."), rows=3),
    )


def _facts(paper: OfficialPaper) -> AnnouncementFacts:
    calling = calling_by(paper, told_by(paper))
    return AnnouncementFacts(
        title=paper.title,
        header=paper_header(paper, calling.issuer, ABBREVIATION),
        calling=calling,
        rules=words_of(paper, RULES),
        contact=words_of(paper, CONTACT),
        more=words_of(paper, MORE),
    )


def _subject(paper: OfficialPaper) -> str:
    return f"tổ chức hội nghị đối thoại với Nhân dân năm {paper.dialogue.year}"


KIND = paper_kind(
    PaperKind(
        code=ANNOUNCEMENT,
        label=_("Thông báo tổ chức hội nghị đối thoại"),
        step=Step.NOTICE,
        abbreviation=ABBREVIATION,
        subject_of=_subject,
        parts=_parts,
        is_for=is_public,
        audience=Audience.PUBLIC,
        limit=NOTICE,
        met_by=MetBy.POSTING,
        missing=lambda paper: missing_for(paper.dialogue),
        build=lambda paper: document_of(_facts(paper)),
        issued=call_out,
    )
)

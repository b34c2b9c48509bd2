"""Kinds of what people raise, competence, outcomes, and the states of matters, answers and petitions of law."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class MatterKind(Term):
    """What kind of thing is raised; the help is the question put to the clerk. A person decides, never the machine."""

    QUESTION = "question", _("Hỏi, đề nghị hướng dẫn"), _("Người dân chỉ hỏi làm thế nào, ở đâu, khi nào?")
    PETITION = "petition", _("Kiến nghị"), _("Đề nghị chính quyền làm hoặc thay đổi một việc?")
    REFLECTION = "reflection", _("Phản ánh"), _("Báo một sự việc đang diễn ra: tiếng ồn, rác thải, đường hỏng …?")
    COMPLAINT = "complaint", _("Khiếu nại"), _("Đề nghị xem lại một quyết định hoặc việc làm xâm phạm quyền lợi của chính mình?")  # fmt: skip  # noqa: E501
    DENUNCIATION = "denunciation", _("Tố cáo"), _("Cho rằng một người hoặc cơ quan có tên đã vi phạm pháp luật?")
    CRIME = "crime", _("Tố giác, tin báo về tội phạm"), _("Báo một tội phạm đang xảy ra hoặc có dấu hiệu rõ?")

    @property
    def leaves_the_dialogue(self) -> bool:
        """Say whether the law gives it a way of its own, out of the dialogue."""
        return self in (MatterKind.COMPLAINT, MatterKind.DENUNCIATION, MatterKind.CRIME)

    @property
    def is_restricted(self) -> bool:
        """Say whether only the head and the appointed receiver may know of it."""
        return self in (MatterKind.DENUNCIATION, MatterKind.CRIME)


class Competence(Term):
    """Whose it is to settle."""

    OURS = "ours", _("Thuộc thẩm quyền của địa phương")
    OTHER = "other", _("Không thuộc thẩm quyền: cơ quan khác")
    ABOVE = "above", _("Vượt thẩm quyền: cấp trên")


class MatterState(Term):
    """Where a matter stands."""

    SCREENED = "screened", _("Chờ giao đơn vị")
    ASSIGNED = "assigned", _("Đang chuẩn bị trả lời")
    PREPARED = "prepared", _("Đã chuẩn bị trả lời")
    REFERRED = "referred", _("Đã chuyển cơ quan có thẩm quyền")
    SETTLED = "settled", _("Đã giải quyết tại thôn, tổ dân phố")
    SET_ASIDE = "set_aside", _("Không xem xét")
    ANSWERED_IN_HALL = "answered_in_hall", _("Đã trả lời tại hội nghị")
    IN_WRITING = "in_writing", _("Sẽ trả lời bằng văn bản")
    ANSWERED = "answered", _("Đã trả lời")
    CLOSED = "closed", _("Đã kết thúc")
    VOID = "void", _("Ghi nhầm")


class Outcome(Term):
    """What came of a matter (practice: the usual groups of results)."""

    NONE = "", _("Chưa có kết quả")
    ANSWERED = "answered", _("Đã trả lời, giải trình")
    GUIDED = "guided", _("Đã hướng dẫn lập thủ tục")
    DONE = "done", _("Đã giải quyết xong")
    UNDER_WAY = "under_way", _("Đang giải quyết, có lộ trình")
    PLANNED = "planned", _("Chưa có nguồn lực, đưa vào kế hoạch")
    REFERRED = "referred", _("Đã chuyển cơ quan có thẩm quyền")
    NO_GROUNDS = "no_grounds", _("Không có cơ sở giải quyết")

    @property
    def is_final(self) -> bool:
        """Say whether nothing more was promised."""
        return self not in (Outcome.NONE, Outcome.UNDER_WAY, Outcome.PLANNED)


class AnswerState(Term):
    """Where an answer stands on its way; publishing comes later."""

    DRAFT = "draft", _("Đang soạn")
    HANDED_IN = "handed_in", _("Đơn vị đã gửi")
    CHECKED = "checked", _("Đã kiểm tra, chờ duyệt")
    APPROVED = "approved", _("Đã duyệt")


class BounceState(Term):
    """What became of a unit's "not ours"."""

    OPEN = "open", _("Chờ quyết định")
    REASSIGNED = "reassigned", _("Đã giao lại")
    CONFIRMED = "confirmed", _("Giữ nguyên đơn vị")


class PetitionState(Term):
    """Where a complaint, denunciation or report of a crime stands in its own procedure."""

    REGISTERED = "registered", _("Đã vào sổ")
    GUIDED = "guided", _("Đã hướng dẫn viết đơn")
    TRANSFERRED = "transferred", _("Đã chuyển cơ quan có thẩm quyền")
    ACCEPTED = "accepted", _("Đã thụ lý")
    SETTLED = "settled", _("Đã giải quyết")
    WITHDRAWN = "withdrawn", _("Đã rút khỏi sổ"), _("Xem lại thì không phải đơn khiếu nại, tố cáo.")


class Readiness(Term):
    """How a unit stands against its limit, as a colour with a word."""

    GREEN = "green", _("Đã gửi")
    AMBER = "amber", _("Sắp đến hạn")
    RED = "red", _("Quá hạn")
    GREY = "grey", _("Chưa đến hạn")

"""States, media and occasions of a dialogue."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class DialogueState(Term):
    """Where a dialogue stands."""

    PLANNED = "planned", _("Đang chuẩn bị")
    ANNOUNCED = "announced", _("Đã thông báo")
    READY = "ready", _("Sẵn sàng")
    IN_SESSION = "in_session", _("Đang diễn ra")
    ADJOURNED = "adjourned", _("Đã bế mạc")
    CONCLUDED = "concluded", _("Đã kết luận")
    CLOSED = "closed", _("Đã kết thúc")
    POSTPONED = "postponed", _("Hoãn")
    CANCELLED = "cancelled", _("Không tổ chức")


TO_COME = (DialogueState.PLANNED, DialogueState.ANNOUNCED, DialogueState.READY)
"""A day is set or still to be set, and the hall has not opened."""

UNDER_WAY = (*TO_COME, DialogueState.IN_SESSION)

HELD = (DialogueState.IN_SESSION, DialogueState.ADJOURNED, DialogueState.CONCLUDED, DialogueState.CLOSED)
"""The hall has opened."""

IN_WORK = (*UNDER_WAY, DialogueState.ADJOURNED, DialogueState.CONCLUDED)
"""Somebody still has something to do for it."""


class Medium(Term):
    """How people take part (Điều 43 Luật 72/2025/QH15)."""

    IN_PERSON = "in_person", _("Trực tiếp")
    ONLINE = "online", _("Trực tuyến")
    BOTH = "both", _("Trực tiếp kết hợp trực tuyến")


class Occasion(Term):
    """Why an unscheduled dialogue is held (Điều 43 Luật 72/2025/QH15)."""

    NONE = "", _("Theo kế hoạch")
    HEAD = "head", _("Theo yêu cầu của người đứng đầu")
    PROPOSAL = "proposal", _("Theo đề nghị của đơn vị, thôn")
    VOTERS = "voters", _("Theo yêu cầu của cử tri")


class Chair(Term):
    """Part in presiding."""

    CHAIR = "chair", _("Chủ trì")
    CO_CHAIR = "co_chair", _("Đồng chủ trì")


class TaskState(Term):
    """State of a piece of preparation."""

    OPEN = "open", _("Đang làm")
    DONE = "done", _("Đã xong")
    DROPPED = "dropped", _("Không làm nữa")


class ProposalState(Term):
    """What became of a proposal to hold a dialogue."""

    PROPOSED = "proposed", _("Chờ ý kiến người đứng đầu")
    ACCEPTED = "accepted", _("Đồng ý tổ chức")
    DECLINED = "declined", _("Chưa tổ chức")


class VoterRequestState(Term):
    """State of a request by voters; reaching the threshold is counted, never stored."""

    COLLECTING = "collecting", _("Đang tập hợp")
    ACCEPTED = "accepted", _("Đã tổ chức theo yêu cầu")
    SET_ASIDE = "set_aside", _("Không đủ điều kiện")


class Step(Term):
    """The seven steps every dialogue goes through, as people in office name them."""

    PLAN = "plan", _("Kế hoạch")
    NOTICE = "notice", _("Thông báo")
    OPINIONS = "opinions", _("Tiếp nhận, tổng hợp ý kiến")
    ANSWERS = "answers", _("Chuẩn bị trả lời")
    CONFERENCE = "conference", _("Hội nghị")
    CONCLUSION = "conclusion", _("Kết luận")
    FOLLOW_UP = "follow_up", _("Theo dõi, đôn đốc")

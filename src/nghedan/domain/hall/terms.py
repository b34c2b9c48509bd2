"""States of the hall's rows, how people came to speak, and what can come of a matter in the hall."""

from nghedan.kernel.terms import Term
from nghedan.kernel.terms import gettext_noop as _


class AgendaState(Term):
    """Where an item of the programme stands."""

    PLANNED = "planned", _("Chưa đến")
    RUNNING = "running", _("Đang diễn ra")
    DONE = "done", _("Đã xong")
    SKIPPED = "skipped", _("Bỏ qua")
    REMOVED = "removed", _("Đã bỏ khỏi chương trình")


class AgendaPart(Term):
    """What an item of the programme is for; the scripts say something of their own at each."""

    OPENING = "opening", _("Khai mạc, giới thiệu đại biểu")
    REPORT = "report", _("Báo cáo")
    CONTENTS = "contents", _("Chủ trì nêu nội dung, cách thức")
    SPEAKING = "speaking", _("Người dự phát biểu")
    ANSWERING = "answering", _("Trả lời, giải trình")
    CONCLUDING = "concluding", _("Chủ trì kết luận")
    MINUTES = "minutes", _("Thông qua biên bản")
    CLOSING = "closing", _("Bế mạc")
    OTHER = "other", _("Nội dung khác")


class AttendanceState(Term):
    """Whether somebody is in the hall."""

    PRESENT = "present", _("Có mặt")
    LEFT = "left", _("Đã về")
    VOID = "void", _("Ghi nhầm")


class RequestWay(Term):
    """How somebody asked to speak."""

    OFFICE = "office", _("Đăng ký với văn phòng")
    HAMLET = "hamlet", _("Trưởng thôn, tổ trưởng đăng ký")
    PORTAL = "portal", _("Đăng ký trên trang của địa phương")
    DOOR = "door", _("Đăng ký khi đến dự")
    HALL = "hall", _("Giơ tay tại hội nghị")


class QueueRule(Term):
    """In which order those who wait are called; the head's override goes before each of them."""

    REGISTERED = "registered", _("Theo thứ tự đăng ký")
    ROTATION = "rotation", _("Luân phiên giữa các thôn, tổ dân phố")
    FIRST_TIME = "first_time", _("Người chưa phát biểu trước")


class RequestState(Term):
    """Where a request to speak stands; who asked on a page of the people's waits for the desk to take her in."""

    ASKED = "asked", _("Chờ thư ký tiếp nhận")
    WAITING = "waiting", _("Chờ phát biểu")
    CALLED = "called", _("Đang phát biểu")
    DONE = "done", _("Đã phát biểu")
    PASSED = "passed", _("Gọi không có mặt")
    WITHDRAWN = "withdrawn", _("Thôi đăng ký")


class TurnState(Term):
    """Where a turn to speak stands."""

    SPEAKING = "speaking", _("Đang phát biểu")
    PAUSED = "paused", _("Tạm dừng")
    ENDED = "ended", _("Đã phát biểu")
    VOID = "void", _("Gọi nhầm")


class HallOutcome(Term):
    """What came of a matter in the hall (practice 14)."""

    ANSWERED = "answered", _("Đã trả lời tại hội nghị")
    GUIDED = "guided", _("Hướng dẫn lập thủ tục")
    IN_WRITING = "in_writing", _("Kiểm tra, xác minh, trả lời bằng văn bản")
    ABOVE = "above", _("Vượt thẩm quyền, kiến nghị cấp trên")
    OTHER = "other", _("Không thuộc thẩm quyền, chuyển cơ quan khác")


class OutcomeState(Term):
    """Whether an outcome stands."""

    STANDING = "standing", _("Đã ghi")
    UNDONE = "undone", _("Đã hoàn tác")


class Shows(Term):
    """What the projector shows; only what was released (practice: the head in public)."""

    TITLE = "title", _("Tên hội nghị")
    SPEAKER = "speaker", _("Người đang phát biểu")
    TOPIC = "topic", _("Nội dung đang trao đổi")
    LINE = "line", _("Dòng chữ")
    BLANK = "blank", _("Màn hình trống")


class MinutesState(Term):
    """Where the minutes stand."""

    GROWING = "growing", _("Đang ghi")
    READ = "read", _("Đã đọc thông qua")
    LOCKED = "locked", _("Đã ký")


class LineKind(Term):
    """What a line of the minutes tells."""

    SESSION = "session", _("Diễn biến")
    SPEECH = "speech", _("Ý kiến")
    ANSWER = "answer", _("Trả lời, giải trình")
    CONCLUSION = "conclusion", _("Kết luận của chủ trì")
    NOTE = "note", _("Ghi chép của thư ký")
    CORRECTION = "correction", _("Đính chính sau khi ký")


class LineState(Term):
    """Whether a line stands in the minutes."""

    STANDING = "standing", _("Trong biên bản")
    STRUCK = "struck", _("Đã gạch")


class SignerPart(Term):
    """Who signs the minutes (practice 15: two secretaries, both signing)."""

    CHAIR = "chair", _("Chủ trì")
    FIRST_SECRETARY = "first_secretary", _("Thư ký thứ nhất")
    SECOND_SECRETARY = "second_secretary", _("Thư ký thứ hai")


class SignatureState(Term):
    """Whether a signature stands; one under a text that was changed since does not."""

    SIGNED = "signed", _("Đã ký")
    VOID = "void", _("Ký lại sau khi sửa")


class SigningWay(Term):
    """How a signature came about."""

    OWN = "own", _("Tự ký trên phần mềm")
    PAPER = "paper", _("Ghi theo bản giấy đã ký")


class LessonKind(Term):
    """What a point of the meeting after the dialogue says."""

    WELL = "well", _("Làm tốt")
    LACKING = "lacking", _("Chưa làm được")
    TO_DO = "to_do", _("Việc cần làm lần sau")


class LessonState(Term):
    """Where a point stands."""

    NOTED = "noted", _("Đã ghi")
    CARRIED = "carried", _("Đã chuyển thành việc chuẩn bị")
    DROPPED = "dropped", _("Đã bỏ")

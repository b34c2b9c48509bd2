"""Suggesting what kind of thing is raised, from the signals of each kind (the questions stand at ``MatterKind``)."""

import re
from dataclasses import dataclass

from nghedan.domain.matters.rules.phrases import PhraseBook, has_marks, words_of
from nghedan.domain.matters.terms import MatterKind

_SIGNALS: dict[MatterKind, tuple[tuple[float, tuple[str, ...]], ...]] = {
    MatterKind.CRIME: (
        (4, ("tố giác", "tố giác tội phạm", "báo tin tội phạm", "tin báo tội phạm", "buôn bán ma túy", "bán ma túy",
             "tàng trữ ma túy", "giết người", "hiếp dâm", "dâm ô", "xâm hại trẻ em", "bắt cóc", "buôn người",
             "mua bán người", "cướp", "chém người", "đánh bị thương", "dọa giết", "tàng trữ súng", "sản xuất pháo",
             "tổ chức đánh bạc", "đường dây đánh bạc", "trộm vào nhà", "lừa đảo chiếm đoạt")),
        (1.5, ("hút chích", "sòng bạc", "sới bạc", "trộm cắp", "bị mất trộm", "lừa tiền", "hành hung", "đòi nợ thuê",
               "cho vay nặng lãi", "đánh đập", "bạo hành")),
    ),
    MatterKind.DENUNCIATION: (
        (5, ("tố cáo", "tôi tố cáo", "đơn tố cáo", "nhận hối lộ", "đưa hối lộ", "hối lộ", "tham ô", "tham nhũng",
             "biển thủ", "lạm quyền", "lợi dụng chức vụ", "chiếm đoạt", "ăn chặn", "nhận tiền", "vòi tiền", "ăn tiền",
             "đòi tiền", "làm giả hồ sơ", "giả mạo chữ ký", "giả chữ ký", "khai khống", "rút ruột", "bỏ túi riêng",
             "bỏ túi",
             "bán đất trái phép", "bán đất công", "ăn bớt", "bao che", "lấy tiền của dân",
             "thu tiền không phiếu")),
        (1.5, ("vi phạm pháp luật", "sai phạm", "phong bì", "lót tay", "chung chi", "khuất tất", "mờ ám")),
    ),
    MatterKind.COMPLAINT: (
        (5, ("khiếu nại", "đơn khiếu nại", "khiếu nại quyết định", "không đồng ý với quyết định",
             "không đồng ý quyết định", "xem xét lại quyết định", "xem lại quyết định", "hủy quyết định",
             "thu hồi quyết định", "bồi thường không đúng", "thu hồi đất của gia đình tôi", "xử phạt tôi",
             "xử phạt gia đình tôi", "cưỡng chế nhà tôi", "phạt oan", "xử lý oan")),
        (2.5, ("quyết định số", "không thỏa đáng", "áp giá sai", "đền bù không đúng", "kiểm đếm sai",
             "quyền lợi của tôi",
               "quyền lợi của gia đình tôi", "cắt chế độ của tôi", "thu hồi đất của", "từ chối hồ sơ của tôi")),
    ),
    MatterKind.QUESTION: (
        (3, ("xin hỏi", "cho hỏi", "cho tôi hỏi", "hỏi", "muốn hỏi", "xin được hỏi", "thắc mắc", "thì làm thế nào",
             "làm thế nào", "phải làm những gì", "phải làm gì", "cần những giấy tờ gì", "giấy tờ gì", "thủ tục thế nào",
             "thủ tục như thế nào", "ở đâu", "bao giờ", "khi nào", "bao lâu", "bao nhiêu", "hướng dẫn", "cho biết",
             "điều kiện thế nào", "có được hưởng", "có được không", "hay không", "có đúng không", "vì sao",
             "tại sao", "gặp ai")),
    ),
    MatterKind.PETITION: (
        (3, ("đề nghị", "kiến nghị", "yêu cầu", "mong", "mong muốn", "mong xã", "xin xã", "xin cho", "xin được",
             "xin hỗ trợ", "xin", "nhờ", "đề xuất", "cần phải", "cần có", "cần sớm", "nên", "sớm", "hỗ trợ", "quan tâm",
             "xem xét", "cấp cho", "làm cho", "sửa cho", "bố trí")),
    ),
    MatterKind.REFLECTION: (
        (1.6, ("phản ánh", "hiện nay", "thường xuyên", "gây", "cả ngày", "đêm nào", "ngày nào", "suốt", "mấy tháng nay",
               "lâu nay", "liên tục", "dạo này", "từ lâu", "cứ", "hay", "vẫn", "không ai", "chưa ai", "mấy năm nay",
               "không chịu nổi", "bức xúc", "khổ", "hỏng", "hư", "ô nhiễm")),
    ),
}  # fmt: skip
"""Kind -> what a signal weighs, and the signals. The rest of a text that says nothing of the kind is a reflection."""

_PERSON = re.compile(r"\b(ông|bà|anh|chị|cô|chú|cán bộ|trưởng thôn|chủ tịch|bí thư|kế toán|địa chính|công an)\b")
NAMES_SOMEBODY = 1.5
"""What it adds to a denunciation that somebody is spoken of, when there is a signal at all."""

NOT_ALONE = (MatterKind.DENUNCIATION, MatterKind.CRIME, MatterKind.COMPLAINT)

_KINDS = {phrase: (kind, weight) for kind, sets in _SIGNALS.items() for weight, phrases in sets for phrase in phrases}
_BOOK = PhraseBook(_KINDS)


@dataclass(frozen=True, slots=True)
class KindSuggestion:
    """A likely kind, and the words that make it so; no words when there was no signal."""

    kind: MatterKind
    words: tuple[str, ...] = ()


def suggest_kind(text: str) -> KindSuggestion:
    """Return the likeliest kind. A machine's guess only: what the law keeps secret is never decided by it."""
    words = words_of(text)
    found = [one for one in _BOOK.find(words) if one.quality >= (1.0 if has_marks(words) else 0.9)]
    scores: dict[MatterKind, float] = dict.fromkeys(_SIGNALS, 0.0)
    said: dict[MatterKind, list[str]] = {kind: [] for kind in _SIGNALS}
    for phrase in dict.fromkeys(one.phrase for one in found):
        kind, weight = _KINDS[phrase]
        scores[kind] = max(scores[kind], weight) + min(scores[kind], weight) * 0.3
        said[kind].append(phrase)
    if scores[MatterKind.DENUNCIATION] and _PERSON.search(text.lower()):
        scores[MatterKind.DENUNCIATION] += NAMES_SOMEBODY
    if "?" in text:
        scores[MatterKind.QUESTION] += NAMES_SOMEBODY
    best = max(_SIGNALS, key=lambda kind: scores[kind])
    return KindSuggestion(best, tuple(said[best])) if scores[best] else KindSuggestion(MatterKind.REFLECTION)

"""Rights over the ledger; whatever may be done with an opinion needs first that one may read it."""

from rules.predicates import predicate

from nghedan.domain.opinions.models import Opinion, Sheet
from nghedan.domain.opinions.queries import opinions_visible_to, restricted_visible_to, sheets_visible_to
from nghedan.foundation.access.actor import Actor, ActorKind
from nghedan.foundation.access.catalogue import permission
from nghedan.kernel.terms import gettext_noop as _


@predicate
def reads_opinion(actor: Actor, opinion: Opinion) -> bool:
    """What one may not read one may not change; what is about to be stored can be read by whoever enters it."""
    return opinion.pk is None or opinions_visible_to(actor).filter(pk=opinion.pk).exists()


@predicate
def reads_restricted(actor: Actor, opinion: Opinion) -> bool:
    return restricted_visible_to(actor).filter(pk=opinion.pk).exists()


@predicate
def sees_sheet(actor: Actor, sheet: Sheet) -> bool:
    return sheet.pk is None or actor.kind is ActorKind.SYSTEM or sheets_visible_to(actor).filter(pk=sheet.pk).exists()


@predicate
def opens_sheet(actor: Actor, sheet: Sheet) -> bool:
    """A sheet may be looked at by who may read everything that stands on it."""
    on_it = Opinion._base_manager.filter(sheet=sheet).count()
    readable = [query(actor).filter(sheet=sheet).count() for query in (opinions_visible_to, restricted_visible_to)]
    return on_it == sum(readable) > 0


permission("opinion.view", _("Xem sổ ý kiến"), reads_opinion)
permission("opinion.open", _("Mở tài liệu kèm theo ý kiến"), reads_opinion | reads_restricted)
permission("opinion.view_conduct", _("Xem ý kiến về cán bộ, công vụ"))
permission("opinion.read_restricted", _("Đọc nội dung đã chuyển theo quy định"), reads_restricted)
permission("opinion.read_sealed", _("Đọc nội dung niêm phong chờ cấp trên"), reads_restricted)
permission("opinion.receive", _("Ghi ý kiến vào sổ"))
permission("opinion.submit", _("Gửi ý kiến trên trang của địa phương"))
permission("opinion.hold", _("Tạm giữ ý kiến có dấu hiệu gửi tự động"))
permission("opinion.let_in", _("Ghi ý kiến tạm giữ vào sổ"), reads_opinion)
permission("opinion.discard", _("Loại bỏ tin gửi tự động"), reads_opinion)
permission("opinion.correct", _("Sửa lại ý kiến cho đúng bản gốc"), reads_opinion)
permission("opinion.edit", _("Sửa thông tin kèm theo ý kiến"), reads_opinion)
permission("opinion.void", _("Đánh dấu ý kiến ghi nhầm"), reads_opinion)
permission("opinion.classify", _("Phân loại, xử lý ý kiến"), reads_opinion)
permission("opinion.reclassify", _("Phân loại lại ý kiến"), reads_opinion)
permission("opinion.mark_conduct", _("Xếp vào ý kiến về cán bộ, công vụ"), reads_opinion)
permission("opinion.restrict", _("Chuyển ý kiến theo quy định về tố cáo"), reads_opinion)
permission("opinion.lower", _("Đưa ý kiến trở lại sổ"), reads_opinion | reads_restricted)
permission("named_person.add", _("Ghi người được nêu tên"))
permission("named_person.end", _("Bỏ người được nêu tên"))
permission("slip_run.print", _("In phiếu ý kiến"))
permission("slip.print", _("In từng phiếu ý kiến"))
permission("slip.return", _("Nhận lại phiếu ý kiến"))
permission("sheet.view", _("Xem giấy đã chụp, quét"), sees_sheet)
permission("sheet.open", _("Mở ảnh tờ giấy"), sees_sheet | opens_sheet)
permission("stack.hand_in", _("Nộp xấp giấy đã quét"))
permission("stack.split", _("Tách xấp giấy thành từng tờ"))
permission("stack.fail", _("Báo xấp giấy chưa tách được"))
permission("stack.retry", _("Tách lại xấp giấy"))
permission("sheet.capture", _("Chụp, quét tờ giấy"))
permission("sheet.edit", _("Sửa thông tin tờ giấy"), sees_sheet)
permission("sheet.key", _("Nhập tờ giấy vào sổ"), sees_sheet)
permission("sheet.set_aside", _("Không nhập tờ giấy"), sees_sheet)
permission("sheet.take_up", _("Nhập lại tờ giấy"), sees_sheet)
permission("opinion_list.stage", _("Nộp danh sách ý kiến"))
permission("opinion_list.edit", _("Sửa danh sách ý kiến chờ ghi"))
permission("opinion_list.commit", _("Ghi danh sách ý kiến vào sổ"))
permission("opinion_list.advance", _("Ghi tiếp danh sách ý kiến"))
permission("opinion_list.finish", _("Ghi xong danh sách ý kiến"))
permission("opinion_list.discard", _("Bỏ danh sách ý kiến"))
permission("awaited_report.view", _("Xem báo cáo chờ nhận"))
permission("awaited_report.add", _("Yêu cầu gửi báo cáo"))
permission("awaited_report.edit", _("Sửa yêu cầu báo cáo"))
permission("awaited_report.receive", _("Ghi nhận báo cáo đã gửi"))
permission("awaited_report.reopen", _("Chờ lại báo cáo"))
permission("awaited_report.waive", _("Bỏ yêu cầu báo cáo"))
permission("channel.add", _("Mở kênh tiếp nhận"))
permission("channel.edit", _("Sửa kênh tiếp nhận"))
permission("channel.end", _("Đóng kênh tiếp nhận"))

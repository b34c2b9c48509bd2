"""Forms of the catalogue: every field, empty and with errors."""

from django import forms

from nghedan.foundation.ui.fields import IdempotencyKeyField, LinesField, VietnameseDateField, WholeNumberField

KINDS = (("regular", "Định kỳ"), ("thematic", "Chuyên đề"), ("unscheduled", "Đột xuất"))


class EveryField(forms.Form):
    """One of each."""

    key = IdempotencyKeyField()
    title = forms.CharField(label="Chủ đề", max_length=200, help_text="Một câu người dân hiểu ngay.")
    held_on = VietnameseDateField(label="Ngày đối thoại")
    words = forms.CharField(label="Nội dung", widget=forms.Textarea(attrs={"rows": 4}), max_length=2000, required=False)
    kind = forms.ChoiceField(label="Hình thức", choices=KINDS, widget=forms.RadioSelect)
    groups = forms.MultipleChoiceField(
        label="Mời ai", choices=KINDS, widget=forms.CheckboxSelectMultiple, required=False
    )
    unit = forms.ChoiceField(label="Đơn vị chủ trì", choices=(("", "Chọn đơn vị"), ("police", "Công an xã")))
    voters = WholeNumberField(label="Số cử tri", help_text="Ví dụ: 1.204", required=False)
    hamlets = LinesField(label="Danh sách xóm", help_text="Mỗi dòng một xóm; dán thẳng từ Word được.", required=False)
    photo = forms.FileField(label="Ảnh chụp phiếu", help_text="JPG, PNG hoặc PDF, không quá 10 MB.", required=False)
    consent = forms.BooleanField(label="Đồng ý công khai nội dung", help_text="Họ tên không bao giờ công khai.")


class Question(forms.Form):
    """One question a page."""

    words = forms.CharField(
        label="Ông/bà muốn nói điều gì?",
        help_text="Viết như nói chuyện, không cần văn bản.",
        widget=forms.Textarea(attrs={"rows": 8}),
        max_length=3000,
        error_messages={"required": "Xin ghi nội dung."},
    )


class FilterForm(forms.Form):
    """What a filter panel holds."""

    marks_optional = False
    q = forms.CharField(label="Từ khóa", required=False)
    state = forms.MultipleChoiceField(
        label="Trạng thái",
        choices=(("open", "Đang làm"), ("late", "Quá hạn")),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )


def empty_form() -> EveryField:
    """Return the form as first seen."""
    return EveryField(initial={"key": "k1"}, auto_id="trong_%s")


def wrong_form() -> EveryField:
    """Return the form as sent with mistakes; what was typed stays."""
    form = EveryField({"key": "k2", "held_on": "31/2/2026", "voters": "nhiều", "hamlets": "Bản Mạ\n"}, auto_id="loi_%s")
    form.full_clean()
    form.add_error(None, "Hội nghị trùng ngày với cuộc khác của xã.")
    return form

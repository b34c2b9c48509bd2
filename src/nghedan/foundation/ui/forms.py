"""How forms are drawn: Django's fields and widgets in the GOV.UK manner, with nothing to set in a form class.

A form may set `marks_optional = False` where every field is optional anyway (filters, search).
"""

from typing import Any

from django import forms
from django.forms.renderers import TemplatesSetting

_OWN_TEMPLATES = {
    "django/forms/div.html": "ui/forms/form.html",
    "django/forms/errors/list/default.html": "ui/forms/errors.html",
    "django/forms/widgets/radio.html": "ui/forms/widgets/radios.html",
    "django/forms/widgets/checkbox_select.html": "ui/forms/widgets/checkboxes.html",
    "django/forms/widgets/number.html": "ui/forms/widgets/number.html",
    "django/forms/widgets/file.html": "ui/forms/widgets/file.html",
    "django/forms/widgets/clearable_file_input.html": "ui/forms/widgets/file.html",
}

_CLASSES: tuple[tuple[type[forms.Widget], str], ...] = (
    (forms.Textarea, "govuk-textarea"),
    (forms.RadioSelect, ""),
    (forms.CheckboxSelectMultiple, ""),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Select, "govuk-select"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.Widget, "govuk-input"),
)


class Field(forms.BoundField):
    """A field bound to its form, which knows the classes and ids its markup needs."""

    @property
    def is_single_checkbox(self) -> bool:
        """A lone checkbox has its label after it."""
        return isinstance(self.field.widget, forms.CheckboxInput)

    @property
    def limit(self) -> int | None:
        """The number of characters a text area counts down from."""
        return getattr(self.field, "max_length", None) if isinstance(self.field.widget, forms.Textarea) else None

    @property
    def marks_optional(self) -> bool:
        """Whether "(không bắt buộc)" stands behind the label."""
        return not self.field.required and getattr(self.form, "marks_optional", True)

    @property
    def first_id(self) -> str:
        """The id an error leads to: the control, or the first of several choices."""
        return self.id_for_label or f"{self.auto_id}_0"

    @property
    def aria_describedby(self) -> str | None:
        described = super().aria_describedby
        return f"{described or ''} {self.auto_id}-info".strip() if self.limit else described

    def build_widget_attrs(self, attrs: dict[str, Any], widget: forms.Widget | None = None) -> dict[str, Any]:
        """Add the class; take `required` away, since the browser's own bubble speaks its language, not the reader's."""
        widget = widget or self.field.widget
        built = super().build_widget_attrs(attrs, widget)
        built.pop("required", None)
        if not widget.is_hidden and (name := _class_of(widget)):
            names = [
                widget.attrs.get("class", ""),
                name,
                f"{name}--error" if self.errors and not self.is_single_checkbox else "",
            ]
            names += ["govuk-js-character-count"] if self.limit else []
            built["class"] = " ".join(filter(None, names))
        return built


class Renderer(TemplatesSetting):
    """Set as FORM_RENDERER; forms of other packages (sign-in) are drawn alike."""

    form_template_name = "ui/forms/form.html"
    formset_template_name = "ui/forms/formset.html"
    field_template_name = "ui/forms/field.html"
    bound_field_class = Field

    def get_template(self, template_name: str) -> Any:
        """Return the template by this name, or ours that stands in for Django's."""
        return super().get_template(_OWN_TEMPLATES.get(template_name, template_name))


def _class_of(widget: forms.Widget) -> str:
    return next(name for kind, name in _CLASSES if isinstance(widget, kind))

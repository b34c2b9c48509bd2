"""Bodies, units and hamlets as cards and rows, and the last look before one ends or is merged."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from nghedan.domain.organisations.models import Body, Hamlet, Post, Unit
from nghedan.domain.organisations.queries import posts_visible_to
from nghedan.domain.organisations.rules.spans import day_before
from nghedan.domain.organisations.starting_sets import StartingSet
from nghedan.domain.organisations.terms import UnitKind
from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import decide
from nghedan.foundation.tenancy.terms import LocalityLevel
from nghedan.foundation.ui.models import Link, SummaryRow
from nghedan.interfaces.console.links import href
from nghedan.interfaces.console.settings.forms.places import capital
from nghedan.interfaces.console.settings.pages import LastLook
from nghedan.kernel.vietnamese import format_date


@dataclass(frozen=True, slots=True)
class BodyCard:
    """A body with what stands on its papers and who leads it."""

    body: Body
    rows: Sequence[SummaryRow]
    actions: Sequence[Link]


@dataclass(frozen=True, slots=True)
class SetRow:
    """A starting set with its basis and its units; one not compared with the official text says so."""

    label: str
    basis: str
    units: Sequence[str]
    is_checked: bool


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit in the list of a day."""

    unit: Unit
    kind: str
    body: str
    span: str
    href: str


def body_card(actor: Actor, body: Body, posts: Iterable[Post]) -> BodyCard:
    """Return a body as its card."""
    leaders = [f"{post.officer.full_name}, {post.title}" for post in posts if post.body_id == body.pk]
    term = format_date(body.committee_term_from) if body.committee_term_from else ""
    rows = [
        SummaryRow(_("Lãnh đạo"), "\n".join(leaders) or _("Chưa ghi")),
        SummaryRow(_("Người đứng đầu, cấp phó"), f"{body.head_post}; {body.deputy_post}"),
        SummaryRow(_("Thẩm quyền ký"), body.signature_authority),
        SummaryRow(_("Chữ viết tắt trong số, ký hiệu"), body.document_code),
        SummaryRow(_("Địa danh"), body.place_name),
    ]
    if body.is_party:
        rows += [SummaryRow(_("Cấp trên"), body.superior_line), SummaryRow(_("Nhiệm kỳ từ ngày"), term)]
    return BodyCard(body, rows, _body_actions(actor, body))


def _body_actions(actor: Actor, body: Body) -> list[Link]:
    offered = (("body.edit", "settings-body", _("Sửa")), ("body.end", "settings-body-end", _("Thôi dùng")))
    return [
        Link(text, href(name, body.locality, body_id=body.public_id))
        for code, name, text in offered
        if decide(actor, code, body).allowed
    ]


def set_rows(sets: Iterable[StartingSet], level: LocalityLevel) -> list[SetRow]:
    """Return the sets a locality may take over, each with the units it brings."""
    return [
        SetRow(
            found.label,
            found.basis,
            [unit.name.format_map(_Blank()) for unit in found.units_at(level)],
            found.is_checked,
        )
        for found in sets
    ]


class _Blank(dict[str, str]):
    """Fills the gaps of a template with an ellipsis."""

    def __missing__(self, _key: str) -> str:
        return "…"


def unit_row(actor: Actor, unit: Unit) -> UnitRow:
    """Return a unit as a row; its address is empty for who may not change it."""
    editable = decide(actor, "unit.edit", unit).allowed
    to = href("settings-unit", unit.locality, unit_id=unit.public_id) if editable else ""
    body = (unit.body.short_name or unit.body.name) if unit.body else ""
    return UnitRow(unit, _(UnitKind(unit.kind).label), body, span(unit), to)


def span(row: Body | Unit | Hamlet) -> str:
    """Return from when to when a row holds, in a few words."""
    if row.valid_from and row.valid_to:
        return f"{format_date(row.valid_from)} – {format_date(row.valid_to)}"
    if row.valid_from:
        return _("từ %(day)s") % {"day": format_date(row.valid_from)}
    return _("đến hết %(day)s") % {"day": format_date(row.valid_to)} if row.valid_to else ""


def look_at_ending(actor: Actor, row: Body | Unit | Hamlet, last_day: date, submit: str) -> LastLook:
    """Return what ending a place brings: to its papers, and to whom who holds a post there."""
    effects = [
        _("%(name)s còn hiệu lực đến hết ngày %(day)s, sau đó không chọn được nữa.")
        % {"name": capital(str(row)), "day": format_date(last_day)},
        *_leaving(held_in(actor, [row], last_day)),
        _("Hồ sơ, văn bản cũ vẫn giữ tên này."),
    ]
    rows = [
        SummaryRow(_("Thôi dùng"), capital(str(row))),
        SummaryRow(_("Ngày cuối cùng"), format_date(last_day)),
    ]
    return LastLook(submit, rows, effects)


def held_in(actor: Actor, rows: Sequence[Body | Unit | Hamlet], last_day: date) -> list[Post]:
    """Return the posts held in places that would go on beyond a day."""
    place = type(rows[0]).__name__.lower()
    posts = posts_visible_to(actor).filter(**{f"{place}__in": rows}).exclude(valid_to__lte=last_day)
    return list(posts.order_by("-is_head", "-is_deputy", "pk"))


def _leaving(posts: Sequence[Post]) -> list[str]:
    return [
        _("%(officer)s thôi giữ chức vụ %(title)s; vai trò đi theo chức vụ cũng hết.")
        % {"officer": post.officer.full_name, "title": post.title}
        for post in posts
    ]


def look_at_merging_units(actor: Actor, units: Sequence[Unit], merged: Unit, on: date, submit: str) -> LastLook:
    """Return what merging units brings, and to whom."""
    last_day = day_before(on)
    posts = held_in(actor, units, last_day)
    leaders = [post for post in posts if post.is_head or post.is_deputy]
    others = sorted({post.officer.full_name for post in posts if post not in leaders})
    names = {"new": merged.name, "day": format_date(on), "last": format_date(last_day)}
    effects = [
        _("Các đơn vị cũ giữ tên đến hết ngày %(last)s; từ ngày %(day)s là %(new)s.") % names,
        *_leaving(leaders),
        *([_("Chuyển sang %(new)s: %(officers)s.") % {**names, "officers": ", ".join(others)}] if others else []),
        _("Ai có vai trò theo đơn vị cũ thì có vai trò ấy theo đơn vị mới."),
        _("Hồ sơ, văn bản cũ vẫn in tên của ngày lập."),
    ]
    rows = [
        SummaryRow(_("Hợp nhất"), "\n".join(unit.name for unit in units)),
        SummaryRow(_("Thành"), merged.name),
        SummaryRow(_("Từ ngày"), format_date(on)),
    ]
    return LastLook(submit, rows, effects)


def look_at_merging_hamlets(actor: Actor, hamlets: Sequence[Hamlet], merged: Hamlet, on: date, submit: str) -> LastLook:
    """Return what merging hamlets brings, and to whom."""
    last_day = day_before(on)
    names = {"new": merged.full_name, "day": format_date(on), "last": format_date(last_day)}
    effects = [
        _("Các thôn cũ giữ tên đến hết ngày %(last)s; từ ngày %(day)s là %(new)s.") % names,
        *_leaving(held_in(actor, hamlets, last_day)),
        _("Người đứng đầu %(new)s được ghi mới sau đó.") % names,
        _("Ý kiến, nội dung đã nhận vẫn thuộc thôn cũ."),
    ]
    rows = [
        SummaryRow(_("Nhập làm một"), "\n".join(str(hamlet) for hamlet in hamlets)),
        SummaryRow(_("Thành"), str(merged)),
        SummaryRow(_("Số cử tri"), _total(merged.voters, [hamlet.voters for hamlet in hamlets])),
        SummaryRow(_("Từ ngày"), format_date(on)),
    ]
    return LastLook(submit, rows, effects)


def _total(given: int | None, parts: Sequence[int | None]) -> object:
    if given is not None:
        return given
    known = [part for part in parts if part is not None]
    return sum(known) if len(known) == len(parts) else _("Chưa rõ, vì có thôn chưa ghi số cử tri")

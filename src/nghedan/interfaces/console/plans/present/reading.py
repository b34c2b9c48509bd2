"""A file being read: its lines on one side, what was understood on the other, each linked to the other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from nghedan.domain.plans.content import Limit
from nghedan.domain.plans.corrections import LINE_TARGETS
from nghedan.domain.plans.intake import ItemDraft, draft_of
from nghedan.domain.plans.linking import STRUCTURE, paths_to_lines
from nghedan.domain.plans.models import PlanReading
from nghedan.foundation.ui.models import Colour, SourceLine
from nghedan.interfaces.console.plans.present import wording


@dataclass(frozen=True, slots=True)
class Value:
    """One value as it was understood, the numbers of its lines, and the id by which a line leads to it."""

    text: str
    lines: Sequence[int]
    anchor: str


@dataclass(frozen=True, slots=True)
class Group:
    """Values under one name, which may be empty; none where nothing was said."""

    label: str
    values: Sequence[Value]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the plan that is corrected as one."""

    code: str
    title: str
    groups: Sequence[Group]
    removable: bool = False

    @property
    def anchor(self) -> str:
        return anchor_of(f"part.{self.code}")

    @property
    def missing(self) -> str:
        """The names of what was not found, for one line."""
        return ", ".join(group.label or self.title for group in self.groups if not group.values)

    @property
    def is_new(self) -> bool:
        """Say whether this is the place where one more is added."""
        return self.code.endswith(f".{NEW}")


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A line that gave no value."""

    number: int
    text: str


NEW = "new"

PARTS: Mapping[str, Sequence[str]] = {
    "head": ("title", "year", "number", "date", "place", "issuer"),
    "roles": ("head_role", "delegate_role"),
    "bases": ("legal_bases",),
    "aims": ("purposes", "requirements"),
    "occasions": ("frequency_per_year_min", "adhoc"),
    "procedure": ("procedure",),
    "limits": ("deadlines",),
    "committee": ("committee",),
    "recipients": ("channels", "recipients"),
    "signer": ("signer",),
    "attendance": ("expected_attendance", "hamlet_count"),
}
"""Part -> the first words of the paths it shows; dialogues and units are parts of their own."""

_PART_OF = {word: code for code, words in PARTS.items() for word in words}


def anchor_of(path: str) -> str:
    """Return the id a value has in the page: "sessions.0.topics.1" -> "gt-sessions-0-topics-1"."""
    return "gt-" + path.replace(".", "-").replace("_", "-")


def part_of(path: str) -> str:
    """Return the code of the part that shows a path."""
    first, _dot, rest = path.partition(".")
    if first in ("sessions", "assignments"):
        return f"{first}.{rest.partition('.')[0]}"
    return _PART_OF.get(first, "head")


def parts_of(reading: PlanReading) -> list[Part]:
    """Return the parts in the order of the paper, dialogues after the aims, units after the limits."""
    maker = _Maker(reading)
    return [
        maker.head(),
        maker.roles(),
        maker.bases(),
        maker.aims(),
        *maker.dialogues(),
        Part(f"sessions.{NEW}", _("Một cuộc đối thoại nữa"), ()),
        maker.occasions(),
        maker.procedure(),
        maker.limits(),
        *maker.duties(),
        Part(f"assignments.{NEW}", _("Một đơn vị nữa"), ()),
        maker.committee(),
        maker.recipients(),
        maker.signer(),
        maker.attendance(),
    ]


class _Maker:
    """Makes the parts of one reading; knows the lines of every path."""

    def __init__(self, reading: PlanReading) -> None:
        self.data: Mapping[str, Any] = reading.data
        self.draft = draft_of(reading.data)
        self.lines = paths_to_lines(reading.places)

    def one(self, label: str, text: Any, path: str) -> Group:
        """Return a group of one value, or of none when there is no text."""
        return Group(label, [self._value(str(text), path)] if text not in (None, "") else [])

    def several(self, label: str, texts: Sequence[str], path: str) -> Group:
        return Group(label, [self._value(text, f"{path}.{index}") for index, text in enumerate(texts)])

    def _value(self, text: str, path: str) -> Value:
        return Value(text, self.lines.get(path, ()), anchor_of(path))

    def head(self) -> Part:
        date = self.data["date"]
        day = "/".join(str(date[unit] or "…") for unit in ("day", "month", "year"))
        groups = (
            self.one(_("Trích yếu"), self.data["title"], "title"),
            self.one(_("Năm"), self.data["year"], "year"),
            self.one(_("Cơ quan ban hành"), self.data["issuer"]["name"], "issuer"),
            self.one(_("Số, ký hiệu"), self.data["number"], "number"),
            self.one(_("Ngày"), day if any(date.values()) else "", "date"),
            self.one(_("Địa danh"), self.data["place"], "place"),
        )
        return Part("head", _("Phần đầu văn bản"), groups)

    def roles(self) -> Part:
        groups = (
            self.one(_("Người đối thoại, chủ trì"), self.data["head_role"], "head_role"),
            self.one(_("Người thay mặt khi vắng"), self.data["delegate_role"], "delegate_role"),
        )
        return Part("roles", _("Người chủ trì"), groups)

    def bases(self) -> Part:
        texts = [basis["text"] for basis in self.data["legal_bases"]]
        return Part("bases", _("Căn cứ"), (self.several("", texts, "legal_bases"),))

    def aims(self) -> Part:
        groups = (
            self.several(_("Mục đích"), self.data["purposes"], "purposes"),
            self.several(_("Yêu cầu"), self.data["requirements"], "requirements"),
        )
        return Part("aims", _("Mục đích, yêu cầu"), groups)

    def dialogues(self) -> Iterator[Part]:
        for index, item in enumerate(self.draft.items):
            title = _("Cuộc đối thoại %(number)s") % {"number": index + 1}
            yield Part(f"sessions.{index}", title, self._dialogue(item, f"sessions.{index}"), removable=True)

    def _dialogue(self, item: ItemDraft, path: str) -> tuple[Group, ...]:
        return (
            self.one(_("Thời gian"), wording.period(item), f"{path}.period"),
            self.several(_("Nội dung"), item.topics, f"{path}.topics"),
            self.several(_("Đối tượng"), item.audience, f"{path}.audience"),
            self.several(_("Thành phần"), item.participants, f"{path}.participants"),
            self.one(_("Địa điểm"), item.venue, f"{path}.venue"),
        )

    def occasions(self) -> Part:
        said = self.draft.content
        groups = (
            self.one(_("Định kỳ, ít nhất (lần/năm)"), said.frequency_per_year_min, "frequency_per_year_min"),
            self.one(_("Đột xuất"), wording.unscheduled(said.unscheduled), "adhoc"),
            self.one(
                _("Tỷ lệ cử tri yêu cầu (%)"), said.unscheduled.voter_threshold_percent, "adhoc.voter_threshold_percent"
            ),
        )
        return Part("occasions", _("Số lần, đối thoại đột xuất"), groups)

    def procedure(self) -> Part:
        labels = {"before": _("Trước đối thoại"), "during": _("Trong đối thoại"), "after": _("Sau đối thoại")}
        steps = self.data["procedure"]
        groups = tuple(self.several(label, steps[step], f"procedure.{step}") for step, label in labels.items())
        return Part("procedure", _("Trình tự đối thoại"), groups)

    def limits(self) -> Part:
        texts = [wording.limit(Limit(**said)) for said in self.data["deadlines"]]
        return Part("limits", _("Thời hạn kế hoạch đặt ra"), (self.several("", texts, "deadlines"),))

    def duties(self) -> Iterator[Part]:
        for index, entry in enumerate(self.data["assignments"]):
            path = f"assignments.{index}"
            groups = (
                self.one(_("Đơn vị"), entry["unit"], f"{path}.unit"),
                self.several(_("Nhiệm vụ"), entry["tasks"], f"{path}.tasks"),
            )
            yield Part(path, _("Đơn vị %(number)s") % {"number": index + 1}, groups, removable=True)

    def committee(self) -> Part:
        texts = [f"{one['person_or_unit']}: {one['role']}" for one in self.data["committee"]]
        return Part("committee", _("Ban tổ chức"), (self.several("", texts, "committee"),))

    def recipients(self) -> Part:
        groups = (
            self.several(_("Cách thông báo, mời"), self.data["channels"], "channels"),
            self.several(_("Nơi nhận"), self.data["recipients"], "recipients"),
        )
        return Part("recipients", _("Cách thông báo, nơi nhận"), groups)

    def signer(self) -> Part:
        said = self.data["signer"]
        groups = (
            self.one(_("Thẩm quyền ký"), said["authority_line"], "signer.authority_line"),
            self.one(_("Chức vụ"), said["title"], "signer.title"),
            self.one(_("Họ và tên"), said["name"], "signer.name"),
        )
        return Part("signer", _("Người ký"), groups)

    def attendance(self) -> Part:
        said = self.draft.content
        expected = wording.attendance(said.expected_min, said.expected_max)
        groups = (
            self.one(_("Dự kiến"), expected, "expected_attendance"),
            self.one(_("Số thôn, tổ dân phố"), said.hamlet_count, "hamlet_count"),
        )
        return Part("attendance", _("Quy mô"), groups)


def source_of(reading: PlanReading, parts: Sequence[Part]) -> list[SourceLine]:
    """Return the lines of the source that hold something: understood, form only, or not placed (yellow)."""
    anchors = {value.anchor for part in parts for group in part.groups for value in group.values}
    titles = {part.code: part for part in parts}
    return [_source_line(line, reading.places, anchors, titles) for line in reading.lines if line["text"].strip()]


def _source_line(
    line: Mapping[str, Any], places: Mapping[str, Sequence[str]], anchors: set[str], parts: Mapping[str, Part]
) -> SourceLine:
    number = line["number"]
    paths = [path for path in places.get(str(number), ()) if path != STRUCTURE]
    if not paths:
        is_form = str(number) in places
        if is_form:
            return SourceLine(number, line["text"])
        return SourceLine(number, line["text"], Colour.YELLOW, "chua-xep", _("Dòng chưa xếp được"))
    part = parts[part_of(paths[0])]
    target = next((anchor for anchor in _anchors_above(paths[0]) if anchor in anchors), part.anchor)
    return SourceLine(number, line["text"], Colour.GREEN, target, part.title)


def _anchors_above(path: str) -> Iterator[str]:
    """Yield the ids of a value and of the records it is part of, the closest first."""
    words = path.split(".")
    return (anchor_of(".".join(words[:length])) for length in range(len(words), 0, -1))


def unplaced_lines(reading: PlanReading) -> list[Unplaced]:
    """Return the lines that gave no value."""
    lines = ((line["number"], line["text"].strip()) for line in reading.lines)
    return [Unplaced(number, text) for number, text in lines if text and str(number) not in reading.places]


def understood_count(reading: PlanReading) -> int:
    """Return how many lines were understood, those of form included."""
    return sum(bool(line["text"].strip()) and str(line["number"]) in reading.places for line in reading.lines)


def targets_for_lines(reading: PlanReading) -> list[tuple[str, str]]:
    """Return the lists a line can be put into: path and name, those of each dialogue and unit included."""
    general = [(path, _(label)) for path, label in LINE_TARGETS.items()]
    dialogues = [
        (f"sessions.{index}.{name}", _("Cuộc đối thoại %(number)s: %(list)s") % {"number": index + 1, "list": label})
        for index in range(len(reading.data["sessions"]))
        for name, label in (("topics", _("nội dung")), ("audience", _("đối tượng")), ("participants", _("thành phần")))
    ]
    units = [
        (f"assignments.{index}.tasks", _("Nhiệm vụ của %(unit)s") % {"unit": entry["unit"]})
        for index, entry in enumerate(reading.data["assignments"])
    ]
    return [*general, *dialogues, *units]

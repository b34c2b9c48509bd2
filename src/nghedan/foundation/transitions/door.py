"""The one door: find the move, decide, guard, compare-and-set, words, event, journal."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from typing import Any, TypeVar

from django.db import models

from nghedan.foundation.access.actor import Actor
from nghedan.foundation.access.decide import require
from nghedan.foundation.journal.record import Draft, draft_entries, draft_entry
from nghedan.foundation.outbox.publish import publish
from nghedan.foundation.transitions.deed import Deed, deed, step
from nghedan.foundation.transitions.keys import claim
from nghedan.foundation.transitions.machines import guards_of, machine_of
from nghedan.foundation.transitions.models import Instruction
from nghedan.kernel.errors import Conflict, Refused
from nghedan.kernel.terms import gettext_noop as _
from nghedan.kernel.workflow import Transition

M = TypeVar("M", bound=models.Model)

RECORD_INSTRUCTION = "instruction.record"
SOMEONE_FASTER = _("Có người vừa thay đổi hồ sơ này. Nội dung đã nhập vẫn được giữ, xin xem lại rồi lưu lần nữa.")
NOT_FROM_HERE = _(
    "Việc “%(move)s” không thực hiện được khi hồ sơ đang ở trạng thái “%(state)s”; xin tải lại trang để xem việc làm "
    "được lúc này."
)
NOT_BY_INSTRUCTION = _("Việc “%(move)s” phải do người có thẩm quyền tự thực hiện; xin chuyển người ấy làm.")


def perform(
    code: str,
    *,
    actor: Actor,
    obj: M,
    changes: Mapping[str, Any] | None = None,
    facts: Mapping[str, Any] | None = None,
    instruction: Instruction | None = None,
) -> M:
    """Carry out a move on an object: the state it leads to and ``changes`` are written together.

    Fields named in the model's ``WORDS`` go into a version of their own and into the journal only as a digest, those
    in its ``SECRETS`` not at all; all others are journalled before and after. ``facts`` are added to the entry. With
    a recorded ``instruction`` the clerk's right to record stands for the head's own. After a failure ``obj`` is as it
    was before.

    Raises NotAllowed, Refused (source state or a guard) or Conflict (someone was faster).
    """
    changes = dict(changes or {})
    with deed(actor) as current:
        with step("find"):
            transition = machine_of(obj).transition(code)
        with step("decide"):
            _require_right(actor, transition, obj, instruction)
        with step("guard"):
            check_move(actor, transition, obj, changes)
        before = {name: getattr(obj, name) for name in changes}
        with step("write"):
            current.remember(obj)
            _compare_and_set(obj, changes, transition)
        with step("words"):
            content = _told(transition, obj, before, changes, facts, instruction)
            draft = draft_entry(actor=actor, code=code, obj=obj, facts=content, words=_words(obj, before, changes))
        _finish(current, draft, obj)
    return obj


def create(
    code: str,
    *,
    actor: Actor,
    obj: M,
    facts: Mapping[str, Any] | None = None,
    instruction: Instruction | None = None,
    key: str = "",
    also_compared: object = None,
) -> M:
    """Bring a new row into being through its creating move (∅ → first state).

    The same ``key`` with the same content returns the row it made the first time; with other content it raises
    Conflict, so that the text can be offered as a new one. ``also_compared`` is what the form carried beside the row,
    a dataclass or text of which only a keyed digest is kept. Raises NotAllowed or Refused.
    """
    with deed(actor) as current:
        with step("find"):
            transition = machine_of(obj).transition(code)
        with step("decide"):
            _require_right(actor, transition, obj, instruction)
        content = {field.attname: getattr(obj, field.attname) for field in _content_fields(obj)}
        with step("guard"):
            check_move(actor, transition, obj, content)
        if key and (done := claim(obj, key, _form_content(obj, also_compared))) is not None:
            return done
        with step("write"):
            current.remember(obj)
            if transition.target is not None:
                obj.state = str(transition.target)  # type: ignore[attr-defined]
            obj.save(force_insert=True)
        with step("words"):
            told = _told(transition, obj, {}, content, facts, instruction)
            draft = draft_entry(actor=actor, code=code, obj=obj, facts=told, words=_words(obj, {}, content))
        _finish(current, draft, obj)
    return obj


def create_many(code: str, *, actor: Actor, objs: Sequence[M]) -> None:
    """Bring many rows of one kind into being at once: one transaction, one entry each, all or none.

    The rows get their keys and states in place. Raises NotAllowed or Refused for the first row that may not be.
    """
    if not objs:
        return
    with deed(actor) as current:
        with step("find"):
            transition = machine_of(objs[0]).transition(code)
        contents = []
        for obj in objs:
            with step("decide"):
                require(actor, code, obj)
            contents.append({field.attname: getattr(obj, field.attname) for field in _content_fields(obj)})
            with step("guard"):
                check_move(actor, transition, obj, contents[-1])
        with step("write"):
            for obj in objs:
                current.remember(obj)
                obj.state = str(transition.target)  # type: ignore[attr-defined]
            type(objs[0])._base_manager.bulk_create(objs)
        with step("words"):
            pairs = list(zip(objs, contents, strict=True))
            told = [_told(transition, obj, {}, content, None, None) for obj, content in pairs]
            words = [_words(obj, {}, content) for obj, content in pairs]
            drafts = draft_entries(actor=actor, code=code, objs=objs, facts=told, words=words)
        for draft, obj in zip(drafts, objs, strict=True):
            _finish(current, draft, obj)


def note(code: str, *, actor: Actor, obj: Any, facts: Mapping[str, Any]) -> None:
    """Journal what was done with an object without changing it: names read, a file opened. Raises NotAllowed."""
    with deed(actor) as current:
        require(actor, code, obj)
        current.drafts.append(draft_entry(actor=actor, code=code, obj=obj, facts=facts))


def perform_many(code: str, *, actor: Actor, objs: Iterable[M], changes: Mapping[str, Any] | None = None) -> list[M]:
    """Carry out the same move on many objects: one transaction, one entry each, all or none."""
    with deed(actor):
        return [perform(code, actor=actor, obj=obj, changes=changes) for obj in objs]


def check_move(actor: Actor, transition: Transition, obj: Any, changes: Mapping[str, Any]) -> None:
    """Raise Refused unless the object's state and every guard let the move through."""
    refusal = refusal_of(actor, transition, obj, changes)
    if refusal is not None:
        raise refusal


def refusal_of(actor: Actor, transition: Transition, obj: Any, changes: Mapping[str, Any]) -> Refused | None:
    """Return why the move is not open, or None."""
    state = None if obj.pk is None else obj.state
    if state not in {None if source is None else str(source) for source in transition.sources}:
        label = machine_of(obj).states(state).label if state else _("chưa có")
        return Refused("move.not_from_here", NOT_FROM_HERE, move=transition.label, state=label)
    for guard in guards_of(transition.code):
        if refusal := guard(actor, obj, changes):
            return refusal
    return None


def _require_right(actor: Actor, transition: Transition, obj: Any, instruction: Instruction | None) -> None:
    if instruction is None:
        require(actor, transition.code, obj)
        return
    if not transition.instructable:
        raise Refused("move.not_by_instruction", NOT_BY_INSTRUCTION, move=transition.label)
    require(actor, RECORD_INSTRUCTION, obj)


def _compare_and_set(obj: Any, changes: Mapping[str, Any], transition: Transition) -> None:
    values = dict(changes)
    if transition.target is not None:
        values["state"] = str(transition.target)
    values["version"] = obj.version + 1
    same = type(obj)._base_manager.filter(pk=obj.pk, state=obj.state, version=obj.version)
    if not same.update(**values):
        raise Conflict("move.conflict", SOMEONE_FASTER)
    for name, value in values.items():
        setattr(obj, name, value)


def _told(
    transition: Transition,
    obj: Any,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    facts: Mapping[str, Any] | None,
    instruction: Instruction | None,
) -> dict[str, Any]:
    """Return what the entry says in plain: changed fields before and after, the new state, who instructed."""
    hidden = {*getattr(obj, "WORDS", ()), *getattr(obj, "SECRETS", ())}
    pairs = {name: [before.get(name), value] for name, value in after.items() if name not in hidden}
    return {
        **{name: pair for name, pair in pairs.items() if pair[0] != pair[1]},
        **({"state": obj.state} if transition.target is not None else {}),
        **({"instruction": instruction.public_id} if instruction else {}),
        **(facts or {}),
    }


def _words(obj: Any, before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    worded = {name: after[name] for name in getattr(obj, "WORDS", ()) if name in after}
    return {name: value for name, value in worded.items() if (value or None) != (before.get(name) or None)}


def _finish(current: Deed, draft: Draft, obj: Any) -> None:
    with step("event"):
        publish(draft.code, locality=obj.locality, payload={"subject": draft.subject_type, "id": draft.subject_id})
    with step("journal"):
        current.drafts.append(draft)


def _content_fields(obj: models.Model) -> list[Any]:
    skipped = {"id", "public_id", "created_at", "version", "state", "locality_id"}
    return [field for field in obj._meta.concrete_fields if field.attname not in skipped]


def _form_content(obj: models.Model, beside: object) -> dict[str, Any]:
    """Return what a form can have filled in; moments and the like, set by the row itself, differ at each sending."""
    hidden = getattr(obj, "SECRETS", ())
    fields = (field for field in _content_fields(obj) if field.editable and field.attname not in hidden)
    content = {field.attname: getattr(obj, field.attname) for field in fields}
    if beside is not None:
        content[""] = asdict(beside) if is_dataclass(beside) and not isinstance(beside, type) else str(beside)
    return content

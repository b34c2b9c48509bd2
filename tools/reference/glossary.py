"""The one dictionary: every table, every word of a closed vocabulary, every right."""

import ast
from functools import cache
from importlib import import_module
from pathlib import Path

from django.apps import apps
from django.db.models import Model

import nghedan
from nghedan.foundation.access.catalogue import PERMISSIONS, Permission
from nghedan.foundation.transitions.machines import machines
from nghedan.kernel.terms import Term
from nghedan.kernel.workflow import Machine, Transition
from tools.reference.markdown import code, table

PACKAGE = Path(nghedan.__file__).parent


def our_models() -> list[type[Model]]:
    """Return every table of the product, in the order of the apps."""
    return [model for model in apps.get_models() if model.__module__.startswith(f"{nghedan.__name__}.")]


def _declares_terms(file: Path) -> bool:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    bases = (base for node in tree.body if isinstance(node, ast.ClassDef) for base in node.bases)
    return any(isinstance(base, ast.Name) and base.id == Term.__name__ for base in bases)


@cache
def our_terms() -> tuple[type[Term], ...]:
    """Return every closed vocabulary, whether or not anything has imported it yet, in order of module and name."""
    files = (file for file in PACKAGE.rglob("*.py") if "migrations" not in file.parts)
    for file in filter(_declares_terms, files):
        import_module(".".join((PACKAGE.name, *file.relative_to(PACKAGE).with_suffix("").parts)))
    ours = (term for term in Term.__subclasses__() if term.__module__.startswith(f"{nghedan.__name__}."))
    return tuple(sorted(ours, key=lambda term: (term.__module__, term.__name__)))


def our_moves() -> dict[str, tuple[Machine, Transition]]:
    """Return code -> machine and move of every table that is governed by one."""
    governed = [machine for model, machine in machines().items() if model in our_models()]
    return {move.code: (machine, move) for machine in governed for move in machine.transitions}


def faults() -> list[str]:
    """Return what has no Vietnamese name yet: tables without verbose_name, members, rights and moves without label."""
    tables = [model._meta.label for model in our_models() if "verbose_name" not in model._meta.original_attrs]
    members = [f"{term.__name__}.{member.name}" for term in our_terms() for member in term if not member.label]
    rights = [right.code for right in PERMISSIONS.values() if not right.label]
    moves = [move.code for _machine, move in our_moves().values() if not move.label]
    return [f"no Vietnamese name: {name}" for name in (*tables, *members, *rights, *moves)]


def models_table() -> str:
    """Return every table of the database."""
    rows = ((model._meta.verbose_name, code(model._meta.label), first_sentence(model)) for model in our_models())
    return table(("Vietnamese", "Code", "What it is"), rows)


def terms_tables() -> str:
    """Return every closed vocabulary with the values that are stored."""
    return "\n\n".join(_term_table(term) for term in our_terms())


def permissions_table() -> str:
    """Return every right; one that is a move says from where to where."""
    moves = our_moves()
    rows = ((right.label, code(right.code), _use(right, moves)) for right in PERMISSIONS.values())
    return table(("Vietnamese", "Code", "Use"), rows)


def first_sentence(subject: type) -> str:
    """Return what the docstring says first."""
    paragraph = " ".join((subject.__doc__ or "").partition("\n\n")[0].split())
    sentence, end, _rest = paragraph.partition(". ")
    return sentence + end.strip()


def route(machine: Machine, move: Transition) -> str:
    """Return where a move begins and ends, by the Vietnamese names of the states: "∅ → Dự thảo"."""
    sources = ", ".join("∅" if source is None else machine.states(source).label for source in move.sources)
    return f"{sources} → {machine.states(move.target).label}" if move.target else f"{sources}: stays"


def _term_table(term: type[Term]) -> str:
    rows = ((member.label, code(member.value), member.help) for member in term)
    place = term.__module__.removeprefix(f"{nghedan.__name__}.")
    title = f"### `{term.__name__}` ({place})\n\n{first_sentence(term)}"
    return f"{title}\n\n{table(('Vietnamese', 'Code', 'Help'), rows)}"


def _use(right: Permission, moves: dict[str, tuple[Machine, Transition]]) -> str:
    narrowed = f"; only where `{right.predicate.name}`" if right.predicate else ""
    return (route(*moves[right.code]) if right.code in moves else "to see") + narrowed

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from .... import models
from ....corpus.definitions import Definition
from ....files.paths import shown
from ....text.inflection import enumerated
from ...aspects import DEFINED
from ...ids import Repeats
from ...rule import CorpusRule, Place, Violation

if TYPE_CHECKING:
    from ....models import Model
    from ...context import Context
    from ...summary import Summary

# Two curators may describe one thing with different words in these fields.
_OWN_WORDS = {"id", "schema_version", "title", "summary", "description", "note", "retrieved", "access", "extensions"}
_MOST = 3


class DuplicateId(CorpusRule):
    """Reported at every definition in a file but the first, and in each of several files: see `duplicates`."""

    code = "CQ302"
    name = "duplicate-id"
    reason = "An id identifies one thing in the whole corpus; with two definitions a reference is ambiguous."
    fix = "Delete one of the two definitions, or change the id of one."
    bad = (
        "actors:\n- {id: li-qiang, type: person, name: {en: Li Qiang}}\n"
        "- {id: li-qiang, type: person, name: {zh-Hans: 李强}}\n"
    )
    good = "actors:\n- {id: li-qiang, type: person, name: {en: Li Qiang, zh-Hans: 李强}}\n"
    aspects = (DEFINED,)

    def check(self, own: Summary, context: Context) -> Iterator[Violation]:
        repeats = context.once(Repeats)
        for id in repeats.of(own):
            first, definitions, _ = repeats.conflicts(id)
            for definition, other in definitions.get(own.path, ()):
                fields = _fields_in_conflict(definition, other, context)
                here = f", with a different {_list(fields)} here" if fields else ""
                message = f"duplicate id {id}{here}; it is also the id of the {other.kind} defined elsewhere"
                help = _advice(definition, other, is_first=other == first)
                yield Violation(definition.pointer, message, help, Place(other.path, other.pointer))


def _advice(definition: Definition, other: Definition, *, is_first: bool) -> str:
    another = "if they are two things, change the id of one"
    if definition.kind != other.kind:
        return another
    if definition.path == other.path:
        return f"delete one of the two; {another}"
    # Both files get a finding; only one is advised to delete its definition, or none would be left.
    if not is_first:
        kept = "keep one definition: every file may refer to it by its id"
        return f"{kept}; see the help of the finding in {shown(other.path)}; {another}"
    same = (
        f"if it is the same {other.kind}, add what is new to its definition in {shown(other.path)} and delete this one"
    )
    return f"{same}: every file may refer to it by its id; {another}"


def _fields_in_conflict(one: Definition, other: Definition, context: Context) -> list[str]:
    """The fields in which two definitions of the same kind contradict each other."""
    if one.kind != other.kind:
        return []
    thing, another = (_thing(each, context) for each in (one, other))
    if not thing or not another:
        return []
    first, second = (each.model_dump(exclude=_OWN_WORDS) for each in (thing, another))
    # In the order of the models, in which the name comes before the type, unlike in a dump: only a few are shown.
    given = (name for name in type(thing).model_fields if name in first and name in second)
    return [name for name in given if _contradict(first[name], second[name])]


def _thing(definition: Definition, context: Context) -> Model | None:
    """The object that is defined; None if its record has schema errors."""
    thing: Any = context.record(definition.path)
    for step in definition.pointer[:-1]:
        thing = thing and (thing[step] if isinstance(step, int) else getattr(thing, step))
    return thing if isinstance(thing, models.Model) else None


def _contradict(one: Any, other: Any) -> bool:
    """Whether two values cannot both be true. Lists, and texts in different languages, complement each other."""
    if isinstance(one, dict) and isinstance(other, dict):
        return any(_contradict(one[key], other[key]) for key in one.keys() & other.keys())
    return not isinstance(one, tuple | list) and one != other


def _list(names: list[str]) -> str:
    some = names[:_MOST] + (["more"] if len(names) > _MOST else [])
    return enumerated(some)

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ....corpus.corpus import Corpus, Entry
from ....corpus.definitions import Definition
from ....files.paths import shown
from ....models import Model
from ...rule import Context, RecordRule, Violation

# Of one thing, two curators may say these in different words.
_OWN_WORDS = {"id", "schema_version", "title", "summary", "description", "note", "retrieved", "access", "extensions"}
_MOST = 3


class DuplicateId(RecordRule):
    """Told at every definition but the first of a file, and in each of several files: see `one_too_many`."""

    code = "CQ302"
    name = "duplicate-id"
    reason = "An id names one thing in the whole corpus; of two definitions nobody can say which one is meant."
    fix = "Delete one of the two definitions, or give one another id."
    bad = (
        "actors:\n- {id: li-qiang, type: person, name: {en: Li Qiang}}\n"
        "- {id: li-qiang, type: person, name: {zh-Hans: 李强}}\n"
    )
    good = "actors:\n- {id: li-qiang, type: person, name: {en: Li Qiang, zh-Hans: 李强}}\n"
    looks_beyond = True

    def check(self, entry: Entry, context: Context) -> Iterator[Violation]:
        for definition, other in context.corpus.repeated.get(entry.path, ()):
            conflicting = _conflicting_fields(definition, other, context.once(_by_path))
            here = f", here with another {_list(conflicting)}," if conflicting else ""
            message = f"the id {definition.id}{here} is also that of the {other.kind} defined elsewhere"
            yield Violation(definition.pointer, message, _advice(definition, other, context.corpus), other)


def _advice(definition: Definition, other: Definition, corpus: Corpus) -> str:
    another = "if they are two things, give one of them an id of its own"
    if definition.kind != other.kind:
        return another
    if definition.path == other.path:
        return f"delete one of the two; {another}"
    # Both files are told: only one of them may be advised to give way, or nothing would be left.
    if other is not corpus.definitions[definition.id][0]:
        kept = "keep one definition: every file may refer to it by its id"
        return f"{kept}; see the help for {shown(other.path)}; {another}"
    same = (
        f"if it is the same {other.kind}, add what is new to its definition in {shown(other.path)} and delete this one"
    )
    return f"{same}: every file may refer to it by its id; {another}"


def _by_path(corpus: Corpus) -> dict[str, Model]:
    return {entry.path: entry.record for entry in corpus.entries}


def _conflicting_fields(one: Definition, other: Definition, records: Mapping[str, Model]) -> list[str]:
    """The fields in which two definitions of one kind contradict each other."""
    things = [_thing(each, records) for each in (one, other)]
    if one.kind != other.kind or None in things:
        return []
    first, second = (thing.model_dump(exclude=_OWN_WORDS) for thing in things if thing)
    return [name for name in first if name in second and _contradict(first[name], second[name])]


def _thing(definition: Definition, records: Mapping[str, Model]) -> Model | None:
    """What is defined there; None if its record's shape is wrong."""
    thing: Any = records.get(definition.path)
    for step in definition.pointer[:-1]:
        thing = thing and (thing[step] if isinstance(step, int) else getattr(thing, step))
    return thing if isinstance(thing, Model) else None


def _contradict(one: Any, other: Any) -> bool:
    """Whether two values cannot both hold. Lists add to each other, and so do texts in different languages."""
    if isinstance(one, dict) and isinstance(other, dict):
        return any(_contradict(one[key], other[key]) for key in one.keys() & other.keys())
    return not isinstance(one, tuple | list) and one != other


def _list(names: list[str]) -> str:
    some = names[:_MOST] + (["more"] if len(names) > _MOST else [])
    return " and ".join([", ".join(some[:-1])] * (len(some) > 1) + some[-1:])

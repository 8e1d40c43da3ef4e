"""A record with what notes say in it, by edits of its text: nothing else in the file changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from ..adding.insertion import InsertionError
from ..adding.newer_schema import in_a_version_that_takes_it
from ..adding.remark import Remarks
from ..authoring.confirmation import is_marked, marked, on_lines
from ..editing import EditError, RecordText
from ..exporting.tables.field_layout import Layout, fields
from ..importing.cells import CellError
from ..models import Announcement
from ..reading import read_bytes
from ..text.inflection import counted
from ..text.lines import Lines
from ..text.pointer import Pointer, json_pointer
from .known_facts import Added, Known, KnownFacts
from .record import Noted, Place

_LISTS = {each.name: each.type for each in fields(Announcement) if each.layout is Layout.OBJECTS}


@dataclass
class Changes:
    """What notes add to a record: its new fields and the new items of its lists, and additions to what it has.

    ``merged`` are those additions, each with the pointer in the record. ``moved`` has the pointer in the record of each
    item of the notes, by that which it would have if nothing in the notes was known. ``unsure`` are the items to which
    something is added in which a word was taken for a code.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    merged: list[Added] = field(default_factory=list)
    moved: dict[Pointer, Pointer] = field(default_factory=dict)
    unsure: list[tuple[str, int]] = field(default_factory=list)


def changes(noted: Noted, to: Place, remarks: Remarks) -> Changes:
    """What the notes say and the record does not; ``remarks`` are on what is in it in another way."""
    found = Changes()
    facts = KnownFacts({str(each.get("id")): each for each in to.data.get("passages", ())})
    for name, value in noted.data.items():
        there = to.data.get(name)
        if isinstance(value, list):
            _compare(found, name, noted, to, facts, remarks)
        elif there is None:
            found.fields[name] = value
        else:
            for each in _differing((name,), value, there, found):
                message = f"the record has another value in {'.'.join(map(str, each))}"
                remarks.add_at(noted.places[(name,)], message, "change it there")
    return found


def _differing(pointer: Pointer, value: Any, there: Any, found: Changes) -> Iterator[Pointer]:
    """The places at which the record has another value; what it does not have is added."""
    if value == there:
        return
    if not (isinstance(value, dict) and isinstance(there, dict)):
        yield pointer
        return
    for name, each in value.items():
        if name in there:
            yield from _differing((*pointer, name), each, there[name], found)
        else:
            found.merged.append(Added((*pointer, name), each, ()))


def _compare(found: Changes, name: str, noted: Noted, to: Place, facts: KnownFacts, remarks: Remarks) -> None:
    """Find the items of a list that are new, and what is new of the others.

    What is found is put into a copy of the list, so that the next item of the notes is compared with it too.
    """
    there = deepcopy([*to.data.get(name, ())])
    before = len(there)
    for number, each in enumerate(noted.data[name], before):
        try:
            known = _known(each, there, name, facts)
        except CellError as error:
            remarks.add_at(noted.places[name, number], str(error), error.help)
            continue
        place = known.place if known else len(there)
        found.moved[name, number] = (name, place)
        if not known:
            there.append(deepcopy(each))
        else:
            for added in known.added:
                _put(there[place], added)
            if place < before:
                found.merged += [added._replace(pointer=(name, place, *added.pointer)) for added in known.added]
        if (name, number) in noted.unsure and (not known or known.added):
            found.unsure.append((name, place))
    if there[before:]:
        found.fields[name] = there[before:]


def _known(item: Any, there: Sequence[Any], name: str, facts: KnownFacts) -> Known | None:
    if name in _LISTS:
        return facts.find(item, there, _LISTS[name])
    return Known(there.index(item)) if item in there else None


def _put(fact: Any, added: Added) -> None:
    *steps, last = added.pointer
    for step in steps:
        fact = fact[step]
    if isinstance(added.value, list):
        fact[last] = [*fact.get(last, ()), *added.value]
    else:
        fact[last] = added.value


def amended(content: bytes, path: str, new: Changes) -> bytes:
    """The content of the file of a record with these changes, and the mark on each item that somebody has to look at.

    Raises:
        InsertionError: the file cannot be edited.
    """

    def edited(before: bytes) -> bytes:
        file = RecordText(before, path)
        for each in new.merged:
            _extend(file, each.pointer, each.value, each.order)
        for name, value in new.fields.items():
            _extend(file, (name,), value, Announcement.field_order())
        return _with_marks(file.content(), path, [*dict.fromkeys(new.unsure)])

    try:
        return in_a_version_that_takes_it(content, path, edited)
    except EditError as error:
        raise InsertionError(f"{path}: {error}") from error


def _with_marks(content: bytes, path: str, pointers: Iterable[Pointer]) -> bytes:
    """The content with the mark on each of these items; one that cannot hold it, as in JSON, has none."""
    document, made = read_bytes(content, path), content
    for number in {document.key_position(each).line for each in pointers}:
        marks = on_lines(made, () if is_marked(Lines(made.decode("utf-8-sig"))[number]) else (number,), marked)
        read = read_bytes(marks, path)
        made = marks if read.sound and read.data == document.data else made
    return made


def _extend(file: RecordText, pointer: Pointer, value: Any, order: Sequence[str]) -> None:
    holder = file.data
    for step in pointer[:-1]:
        holder = holder[step]
    if pointer[-1] in holder:
        file.extend(pointer, value)
    else:
        file.insert(pointer, value, order)


def summary(new: Changes) -> Iterator[str]:
    """What is added, each on a line, and which items have to be looked at."""
    for name, value in new.fields.items():
        yield f"added {counted(len(value), 'item')} to {name}" if isinstance(value, list) else f"added {name}"
    for pointer, value, _ in new.merged:
        if pointer[-1] == "evidence":
            ids = ", ".join(str(each["source"] if isinstance(each, dict) else each) for each in value)
            yield f"added to the evidence of {json_pointer(pointer[:-1])}, which says the same: {ids}"
        else:
            yield f"added {json_pointer(pointer)}"
    for name, number in sorted({*new.unsure}):
        yield f"look at {name}, item {number + 1}: a word in the notes was taken for a code"
    if not new.fields and not new.merged:
        yield "nothing is new"

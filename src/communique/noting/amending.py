"""A record with what notes say in it, by edits of its text: nothing else in the file changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
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
from .known_facts import known_fact
from .record import Noted, Place

_LISTS = {each.name: each.type for each in fields(Announcement) if each.layout is Layout.OBJECTS}


@dataclass
class Changes:
    """What notes add to a record: its new fields and the new items of its lists, and evidence for what it says.

    ``evidence`` is by the pointer of the fact in the record. ``moved`` has the pointer in the record of each item of
    the notes, by that which it would have if nothing in the notes was known. ``unsure`` are the new items in which a
    word was taken for a code.
    """

    fields: dict[str, Any] = field(default_factory=dict)
    evidence: dict[tuple[str, int], list[Any]] = field(default_factory=dict)
    moved: dict[Pointer, Pointer] = field(default_factory=dict)
    unsure: list[tuple[str, int]] = field(default_factory=list)


def changes(noted: Noted, to: Place, remarks: Remarks) -> Changes:
    """What the notes say and the record does not; ``remarks`` are on what is in it in another way.

    Raises:
        InsertionError: the record has another value in a field.
    """
    found = Changes()
    for name, value in noted.data.items():
        there = to.data.get(name)
        if isinstance(value, list):
            _compare(found, name, noted, to, remarks)
        elif there is None:
            found.fields[name] = value
        elif there != value:
            raise InsertionError(f"{to.path} has another value in {name}; change it there")
    return found


def _compare(found: Changes, name: str, noted: Noted, to: Place, remarks: Remarks) -> None:
    """Find the items of a list that are new, and the evidence that is new for the others."""
    there, new = to.data.get(name, ()), list[Any]()
    for number, each in enumerate(noted.data[name], len(there)):
        try:
            known = known_fact(each, there, _LISTS[name]) if name in _LISTS else each in there
        except CellError as error:
            remarks.add_at(noted.places[name, number], str(error), error.help)
            continue
        if not known:
            pointer = (name, len(there) + len(new))
            found.moved[name, number] = pointer
            found.unsure += [pointer] if (name, number) in noted.unsure else []
            new.append(each)
        elif not isinstance(known, bool):
            found.moved[name, number] = (name, known.place)
            if known.evidence:
                found.evidence.setdefault((name, known.place), []).extend(known.evidence)
    if new:
        found.fields[name] = new


def amended(content: bytes, path: str, new: Changes) -> bytes:
    """The content of the file of a record with these changes, and the mark on each item that somebody has to look at.

    Raises:
        InsertionError: the file cannot be edited.
    """

    def edited(before: bytes) -> bytes:
        file = RecordText(before, path)
        for (name, place), evidence in new.evidence.items():
            _extend(file, (name, place, "evidence"), evidence, _LISTS[name].field_order())
        for name, value in new.fields.items():
            _extend(file, (name,), value, Announcement.field_order())
        return _with_marks(file.content(), path, new.unsure)

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
    for pointer, evidence in new.evidence.items():
        ids = ", ".join(str(each["source"] if isinstance(each, dict) else each) for each in evidence)
        yield f"added to the evidence of {json_pointer(pointer)}, which says the same: {ids}"
    for name, number in sorted(new.unsure):
        yield f"look at {name}, item {number + 1}: a word in the notes was taken for a code"
    if not new.fields and not new.evidence:
        yield "nothing is new"

"""A record with what notes say in it, by edits of its text: nothing else in the file changes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..adding.insertion import InsertionError
from ..editing import EditError, RecordText
from ..models import Announcement
from ..text.inflection import counted
from .record import Noted, Place


def new_fields(noted: Noted, to: Place) -> dict[str, Any]:
    """The fields that the record does not have, and the items that its lists do not have.

    Raises:
        InsertionError: the record has another value in a field.
    """
    found: dict[str, Any] = {}
    for name, value in noted.data.items():
        there = to.data.get(name)
        if isinstance(value, list) and isinstance(there, list):
            value = [each for each in value if each not in there]
        elif there is not None and there != value:
            raise InsertionError(f"{to.path} has another value in {name}; change it there")
        if value and (there is None or isinstance(value, list)):
            found[name] = value
    return found


def amended(content: bytes, path: str, new: Mapping[str, Any]) -> bytes:
    """The content of the file of a record, with these fields and items.

    Raises:
        InsertionError: the file cannot be edited.
    """
    try:
        file = RecordText(content, path)
        for name, value in new.items():
            if name in file.data:
                file.extend((name,), value)
            else:
                file.insert((name,), value, Announcement.field_order())
        return file.content()
    except EditError as error:
        raise InsertionError(f"{path}: {error}") from error


def summary(new: Mapping[str, Any], noted: Noted) -> Iterator[str]:
    """What is added, each on a line, and which items have to be looked at, because a word was taken for a code."""
    for name, value in new.items():
        yield f"added {counted(len(value), 'item')} to {name}" if isinstance(value, list) else f"added {name}"
    for name, number in sorted(each for each in noted.unsure if each[0] in new):
        yield f"look at {name}, item {number + 1}: a word in the notes was taken for a code"
    if not new:
        yield "nothing is new"

"""A comma ends a bare text inside braces: ``{en: Yes, now.}`` holds two keys. Said as the one mistake that it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ..pointer import Pointer
from .quoting import inline, quote
from .shapes import MalformedValue, UnknownField
from .wording import Complaint


def without_cut_texts(found: Iterable[Complaint], data: Any) -> Iterator[Complaint]:
    """The same complaints, with one about the comma in the place of those about what stands behind it."""
    every = list(found)
    cut = {(*each.pointer, each.field) for each in every if _is_cut_off(each, data)}
    for each in every:
        if (*each.pointer, each.field) in cut:
            yield _about_the_comma(each, data)
        elif each.pointer not in cut:
            yield each


def _is_cut_off(complaint: Complaint, data: Any) -> bool:
    """Whether it is about a key that is none, without a value, behind a text."""
    if complaint.rule not in (MalformedValue, UnknownField) or not complaint.field or complaint.twin:
        return False
    holder = _at(data, complaint.pointer)
    return (
        isinstance(holder, dict) and holder.get(complaint.field, "") is None and bool(_before(holder, complaint.field))
    )


def _about_the_comma(complaint: Complaint, data: Any) -> Complaint:
    holder = _at(data, complaint.pointer)
    key = _before(holder, complaint.field)
    whole = f"{holder[key]}, {complaint.field}"
    message = f"a comma ends the text before {quote(complaint.field)}"
    return complaint._replace(message=message, help=f"put the text in quotes: {key}: {inline(whole)}", replacement="")


def _before(holder: dict[str, Any], field: str) -> str:
    """The key before, if its value is a text."""
    keys = list(holder)
    place = keys.index(field)
    return keys[place - 1] if place and isinstance(holder[keys[place - 1]], str) else ""


def _at(data: Any, pointer: Pointer) -> Any:
    for step in pointer:
        data = data[step]
    return data

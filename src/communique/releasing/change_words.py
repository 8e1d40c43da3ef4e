"""A change of a record in words, as Markdown."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any

from ..cards.labels import code
from ..corpus.record_changes import Change
from ..lazy import lazy_pattern
from ..models import THING_KINDS, Assertion, Model, main_text
from ..models.tree import object_fields
from ..text.escaping import escape
from ..text.inflection import counted, singular
from ..text.pointer import Pointer

_LONGEST, _MOST_ITEMS = 80, 5
_NAMING = ("id", "source", "scheme", "name", "language", "field", "actor", "role", "date")
"""What names an item that is no assertion, or an assertion that competes with nothing."""
_SAID = ("value", "text", "reason", "title", "name", "amount", "label")
"""What an item that was added or removed says above all."""
_LESS = frozenset({"evidence", "passages", "note", "compatible_with", "confidence", "revisions"})
_CODE = lazy_pattern(r"[a-z]+(_[a-z]+)+")
_MARKUP = lazy_pattern(r"([\\`*_\[\]<>&#|~])")


def in_words(table: str, old: Any, new: Any, change: Change) -> str:
    """What changed in a thing with a row in this table, in a phrase.

    >>> place = ("dates", 0, "value")
    >>> old, new = ({"dates": [{"role": "announced", "value": value}]} for value in ("2025", "2026"))
    >>> in_words("announcements", old, new, Change("changed", place, place, "2025", "2026"))
    'date (announced): value changed from `2025` to `2026`'
    """
    if change.kind == "removed":
        return f"{_place(table, old, change.old_pointer)} removed{_stating(change.old, change.old_pointer)}"
    place = _place(table, new, change.new_pointer)
    if change.kind == "added":
        return f"{place} added{_stating(change.new, change.new_pointer)}"
    if change.kind == "reordered":
        return f"order of {place} changed"
    before, after = _shown(change.old), _shown(change.new)
    return f"{place} changed from {before} to {after}" if before != after else f"{place} changed"


def weight(change: Change) -> int:
    """The place of a change among those of its thing: first why a curator made them, last how it is supported."""
    way = change.new_pointer or change.old_pointer
    if way[0] == "revisions" and change.kind == "added":
        return 0
    return 2 if change.kind == "reordered" or not _LESS.isdisjoint((*change.old_pointer, *way)) else 1


def prose(text: Any) -> str:
    """A text of a record within a sentence, so that nothing in it is markup or calls for somebody.

    >>> prose("A *new* act"), prose("Thanks to @someone")
    ('A \\\\*new\\\\* act', '`Thanks to @someone`')
    """
    words = escape(str(text), 2 * _LONGEST)
    return as_code(words) if "@" in words else _MARKUP.sub(r"\\\1", words)


def as_code(text: str) -> str:
    """A text on one line as code, whatever is in it.

    >>> print(as_code("a"), as_code("`b`"))
    `a` `` `b` ``
    """
    text = escape(text, 2 * _LONGEST)
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    space = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{space}{text}{space}{fence}"


def title(thing: Mapping[str, Any]) -> str:
    """The title or the name of a thing in one language; empty if it has none."""
    found = thing.get("title") or thing.get("name") or thing.get("publisher")
    return _main(found, 2 * _LONGEST) if found else ""


def _place(table: str, thing: Any, pointer: Pointer) -> str:
    """The names of the fields that lead to a value; an item of a list is named by what tells it from the others."""
    kind = singular(table)
    models: Iterable[type[Model]] = (THING_KINDS[kind],) if kind in THING_KINDS else ()
    words: list[str] = []
    for part in pointer:
        thing = thing[part]
        if isinstance(part, int):
            words[-1] = f"{singular(words[-1])}{_named(thing, models)}"
        elif models or not words:
            words.append(code(part))
            models = [inner for each in models for inner in object_fields(each).get(part, ())]
        else:  # a text by languages
            words[-1] += f" in {part}"
    *outer, last = map(prose, words)
    return f"{', '.join(outer)}: {last}" if outer else last


def _named(item: Any, models: Iterable[type[Model]]) -> str:
    """What tells an item from the others, in brackets; empty if nothing does."""
    if not isinstance(item, dict):
        return f" ({_text(item)})"
    identity = [name for each in models if issubclass(each, Assertion) for name in each.identity]
    for names in (["id"], identity, _NAMING, _SAID):
        if found := [_text(item[name]) for name in names if isinstance(item.get(name), str | dict)]:
            return f" ({', '.join(found[:2])})"
    return ""


def _text(value: Any) -> str:
    """A value as a name; a code with spaces."""
    text = _main(value)
    return code(text) if _CODE.fullmatch(text) else text


def _main(value: Any, longest: int = _LONGEST) -> str:
    """A value on one line; of a text in several languages, the main one; empty for an object."""
    if isinstance(value, dict):
        is_by_language = value and all(isinstance(each, str) for each in value.values())
        return escape(main_text(value), longest) if is_by_language else ""
    return escape(str(value), longest)


def _stating(value: Any, pointer: Pointer) -> str:
    """What was added or removed, after a colon; empty if the name of its place says it, or if it is too much."""
    if isinstance(value, dict):
        is_item = isinstance(pointer[-1], int)
        said = next((value[name] for name in _SAID if value.get(name) is not None), "" if is_item else value)
        text = _main(said, 2 * _LONGEST)
        return f": {as_code(text)}" if text else ""
    if isinstance(value, list):
        texts = [_shown(each) for each in value[:_MOST_ITEMS] if isinstance(each, str)]
        return f": {', '.join(texts) or len(value)}"
    return "" if isinstance(pointer[-1], int) else f": {_shown(value)}"


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return as_code(escape(value, _LONGEST))
    if isinstance(value, dict | list):
        return counted(len(value), "value")
    return as_code(json.dumps(value))

"""Slips of typing that would make something else of a part of the notes: they are named, not taken for text."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.field_names import fields_meant
from ..lexicon.field_synonyms import ELSEWHERE, FIELD_WORDS
from ..lexicon.spelling import question
from ..text.shortening import shorten
from .lines import Line
from .quotes import OPENING, QUOTED, is_quoted
from .values import IN_BRACKETS, is_address

_BETWEEN = lazy_pattern(r"(?<!\S)\|(?!\S)|｜")
_QUOTE = lazy_pattern(f"[{OPENING}]")
_BAR = lazy_pattern("[|｜]")
_NAME = lazy_pattern(r"(?P<name>[A-Za-z]+(?:_[A-Za-z]+)*)(?P<colon> ?[:：] ?)(?P<value>[^\s/].*)$")
_OPEN = lazy_pattern(r"[\[［【][^\[\]［］【】]*$|^[^\[\]［］【】]*[\]］】]$")
_AS_TEXT = "or put it in quotes, if it is text"
MOST_PARTS = 50
"""An item of notes has no more."""


def parts(line: Line) -> Sequence[Line]:
    """What stands between bars with spaces around them; a bar in a text in quotes parts nothing.

    >>> [each.text for each in parts(Line(1, 'announced | as_stated: "Monday | Tuesday" | 2026'))]
    ['announced', 'as_stated: "Monday | Tuesday"', '2026']
    """
    return [each for start, end in _spans(line.text) if (each := line.cut(start, end)).text]


def _spans(text: str) -> Iterator[tuple[int, int]]:
    bars = [match.span() for match in _BETWEEN.finditer(text)]
    starts, ends = [0, *(end for _, end in bars)], [*(start for start, _ in bars), len(text)]
    place = 0
    while place < len(starts):
        first = last = place
        if _QUOTE.search(text, starts[first], ends[first]) and not _has_quoted(text[starts[first] : ends[first]]):
            wider = range(first + 1, min(first + MOST_PARTS, len(ends)))
            last = next((each for each in wider if _has_quoted(text[starts[first] : ends[each]])), first)
        yield starts[first], ends[last]
        place = last + 1


def _has_quoted(text: str) -> bool:
    """Whether a text in quotes is all of it, or all behind the name of a field."""
    return is_quoted(text.strip()) or is_quoted(text.partition(": ")[2].strip())


def refuse_name(part: str, names: Collection[str]) -> None:
    """Refuse a part that begins with what is meant to be one of the fields.

    Raises:
        CellError: it does.
    """
    help = "" if is_quoted(part) or part.startswith(IN_BRACKETS) else misnamed(part, names)
    if help:
        raise CellError(f"{shorten(part)!r} begins with no field that is here", f"{help}; {_AS_TEXT}")


def refuse_signs(value: str) -> None:
    """Refuse a value in which a bar or a bracket is not as it has to be.

    Raises:
        CellError: there is such a sign.
    """
    if is_quoted(value) or value.startswith(IN_BRACKETS):
        return
    part = QUOTED.sub("", value)
    if _BAR.search(part):
        raise CellError(f"found a bar in {shorten(part)!r}", f"write ' | ' between two values, {_AS_TEXT}")
    if _OPEN.search(part):
        help = f"write sources as in [s1, s2] at the end, {_AS_TEXT}"
        raise CellError(f"found a bracket that is not closed, or not opened, in {shorten(part)!r}", help)


def misnamed(text: str, names: Collection[str]) -> str:
    """What to do about a name before a value that is not quite that of a field; empty if there is no such name."""
    found = _NAME.match(text)
    if not found or is_address(text):
        return ""
    name, small = found["name"], found["name"].lower()
    if small in names:
        return "" if name == small and found["colon"] == ": " else f"write {small}: with a colon and a space"
    if not found["colon"].endswith((" ", "：")) or (name != small and small not in FIELD_WORDS):
        return ""
    meant = fields_meant(small, names)
    return question(*meant).removesuffix("?") if meant else ELSEWHERE.get(small, "")

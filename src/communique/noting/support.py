"""The evidence of an item: the sources in the brackets at its end, and the words of theirs that support it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..authoring.worded_evidence import FIELD as WORDS
from ..codelists import Codelist, Confidence, Support
from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.spelling import question
from ..text.shortening import shorten
from .lines import Line
from .quotes import OPENING, PAIRS, is_quoted
from .values import Values

if TYPE_CHECKING:
    from .names import NotedNames

_SIGN = lazy_pattern(rf"(?<!\w)(?:{PAIRS})|(?P<open>[\[［【])|(?P<close>[\]］】])|[{{}}]")
_NAME = lazy_pattern(r"\s*(?P<name>[^\s,，、]+)")
_ROUND = lazy_pattern(r"[(（](?P<name>[^\s(),，、（）]+)[^()（）]*[)）]$")
_SOURCE = lazy_pattern(rf"(?:(?<!\w)(?:{PAIRS})|[^,，、;；])+")
_PART = lazy_pattern(rf"(?:(?<!\w)(?:{PAIRS})|[^\s{OPENING}]+|[{OPENING}])")
_MOST_LABELS = 10
_CODED: dict[str, type[Codelist]] = {"support": Support, "confidence": Confidence}


def sources_at_end(line: Line) -> tuple[Line, list[Line]]:
    """The line without the sources in brackets at its end, and each of the sources.

    >>> rest, sources = sources_at_end(Line(1, 'A point. [s1 "so, [it] is", s2 presumed]'))
    >>> rest.text, [each.text for each in sources]
    ('A point.', ['s1 "so, [it] is"', 's2 presumed'])
    """
    sources, end = list[Line](), len(line.text)
    for start, stop in reversed([*_brackets(line.text)]):
        before = line.text[:start].rstrip()
        if line.text[stop:end].strip() or before.endswith((":", "：")):
            break
        inside = (
            line.cut(start + 1 + each.start(), start + 1 + each.end())
            for each in _SOURCE.finditer(line.text[start + 1 : stop - 1])
        )
        sources = [*(each for each in inside if each.text), *sources]
        end = len(before)
    return line.cut(0, end), sources


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """Where there are square brackets with no other brackets in them; those in quotes are text."""
    start = None
    for sign in _SIGN.finditer(text):
        if sign["close"] and start is not None:
            yield start, sign.end()
        if sign["open"] or sign["close"] or sign[0] in "{}":
            start = sign.start() if sign["open"] else None


def misplaced(line: Line, values: Values) -> Iterator[Line]:
    """The sources in brackets that are left in a line, or in round ones at its end; in quotes, they are text."""
    for start, stop in _brackets(line.text):
        name = _NAME.match(line.text, start + 1, stop - 1)
        if name and values.names.find(name["name"], ("source",)):
            yield line.cut(start, stop)
    round = _ROUND.search(line.text)
    if round and round["name"] in values.names.labels("source"):
        yield line.cut(*round.span())


def evidence(written: str, values: Values) -> Any:
    """The evidence that a source in the brackets is, with its words and how it supports the item: ``s2 presumed``.

    Raises:
        CellError: no source is called so, or what is behind it is not understood.
    """
    name, *more = _PART.findall(written)
    if name[0] in OPENING:
        raise CellError(f"{shorten(written)!r} names no source", 'write it before its words, as in [s1 "..."]')
    if not (id := values.names.find(name, ("source",)) or values.names.find(name.rstrip(":："), ("source",))):
        raise CellError(f"no source is called {name!r}", _advice(name, values.names))
    found: dict[str, str] = {}
    for each in more:
        field, value = _said(each, written)
        if field in found:
            help = f'name the source again, as in [{name} "...", {name} "..."]' if field == WORDS else "leave one out"
            raise CellError(f"{field} of {name} is given twice", help)
        found[field] = value
    ordered = {field: found[field] for field in (WORDS, *_CODED) if field in found}
    return {"source": id, **ordered} if ordered else id


def _said(part: str, written: str) -> tuple[str, str]:
    """The field of evidence that a part of it fits, and its value."""
    if is_quoted(part):
        return WORDS, part[1:-1].strip()
    if part[0] in OPENING:
        raise CellError(f"found no words in quotes that end, in {shorten(written)!r}", "put a quote on both sides")
    for field, codelist in _CODED.items():
        if part in [*codelist]:
            return field, part
    expected = ", ".join(code for codelist in _CODED.values() for code in codelist)
    help = f"expected one of {expected}, or the words of the source in quotes"
    raise CellError(f"{part!r} says nothing of how the source supports it", help)


def _advice(name: str, names: NotedNames) -> str:
    if meant := names.meant(name, ("source",)):
        return question(*meant)
    labels = ", ".join(names.labels("source")[:_MOST_LABELS])
    example = "give a source this label: - s1 = https://example.org/news/1"
    return f"the sources are {labels}; or {example}" if labels else example

"""The evidence of an item: the sources in the brackets at its end."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from ..codelists import Codelist, Confidence, Support
from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.spelling import question
from ..text.shortening import shorten
from .lines import Line
from .values import Values

if TYPE_CHECKING:
    from .names import NotedNames

_AT_END = lazy_pattern(r"\s*[\[［【](?P<inside>[^\[\]［］【】{}]*)[\]］】]$")
_INSIDE = lazy_pattern(r'"[^"]*"|“[^”]*”|[\[［【]\s*(?P<name>[^\s,，、\[\]［］【】]+)[^\[\]［］【】]*[\]］】]')
_ROUND = lazy_pattern(r"[(（](?P<name>[^\s(),，、（）]+)[^()（）]*[)）]$")
_BETWEEN = lazy_pattern("[^,，、;；]+")
_MOST_LABELS = 10
_CODED: dict[str, type[Codelist]] = {"support": Support, "confidence": Confidence}


def sources_at_end(line: Line) -> tuple[Line, list[Line]]:
    """The line without the sources in brackets at its end, and each of the sources.

    >>> rest, sources = sources_at_end(Line(1, "A point. [s1, s2 presumed]"))
    >>> rest.text, [each.text for each in sources]
    ('A point.', ['s1', 's2 presumed'])
    """
    sources = list[Line]()
    while (found := _AT_END.search(line.text)) and not line.text[: found.start()].endswith((":", "：")):
        start = found.start("inside")
        inside = (line.cut(start + each.start(), start + each.end()) for each in _BETWEEN.finditer(found["inside"]))
        sources = [*(each for each in inside if each.text), *sources]
        line = line.cut(0, found.start())
    return line, sources


def misplaced(line: Line, values: Values) -> Iterator[Line]:
    """The sources in brackets that are left in a line, or in round ones at its end; in quotes, they are text."""
    for found in _INSIDE.finditer(line.text):
        name = found["name"] or ""
        if values.names.find(name, ("source",)):
            yield line.cut(*found.span())
    round = _ROUND.search(line.text)
    if round and round["name"] in values.names.labels("source"):
        yield line.cut(*round.span())


def evidence(written: str, values: Values) -> Any:
    """The evidence that a source in the brackets is, with how it supports the item: ``s2 presumed``.

    Raises:
        CellError: no source is called so.
    """
    if any(sign in written for sign in '"“'):
        help = "name only the source; when the record is there, add the words as `communique cite --fill` needs them"
        raise CellError(f"found words of the source in {shorten(written)!r}", help)
    name, *words = written.split()
    if not (id := values.names.find(name, ("source",))):
        raise CellError(f"no source is called {name!r}", _advice(name, values.names))
    codes: dict[str, str] = {}
    for word in words:
        field = next((each for each, codelist in _CODED.items() if word in [*codelist]), "")
        if not field:
            expected = ", ".join(code for codelist in _CODED.values() for code in codelist)
            raise CellError(f"{word!r} says nothing of how the source supports it", f"expected one of {expected}")
        codes[field] = word
    return {"source": id, **codes} if codes else id


def _advice(name: str, names: NotedNames) -> str:
    if meant := names.meant(name, ("source",)):
        return question(*meant)
    labels = ", ".join(names.labels("source")[:_MOST_LABELS])
    example = "give a source this label: - s1 = https://example.org/news/1"
    return f"the sources are {labels}; or {example}" if labels else example

"""The evidence of an item: the sources in the brackets at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..codelists import Codelist, Confidence, Support
from ..importing.cells import CellError
from ..lazy import lazy_pattern
from ..lexicon.spelling import question
from ..text.shortening import shorten
from .values import Values

if TYPE_CHECKING:
    from .names import KnownNames

_INSIDE = lazy_pattern(r"\[([^\[\]]+)\](?=\s)")
_MOST_LABELS = 10
_CODED: dict[str, type[Codelist]] = {"support": Support, "confidence": Confidence}


def evidence_in(text: str, values: Values) -> tuple[str, list[Any]]:
    """The text without the sources at its end, and the evidence that they are.

    A source is its label, its id or its title; after it, there may be how it supports the item: ``[s1, s2 presumed]``.

    Raises:
        CellError: no source is called so.
    """
    for each in _INSIDE.finditer(text):
        if values.names.find(each[1].partition(",")[0].partition(" ")[0], ("source",)):
            raise CellError(f"text stands behind the sources {each[0]}", "write the sources at the end of the item")
    before, bracket, inside = text.rpartition("[")
    before, inside = before.rstrip(), inside.removesuffix("]")
    is_value = before.endswith(":") or any(each in inside for each in "]{}")
    if not bracket or not text.endswith("]") or is_value:
        return text, []
    if any(sign in inside for sign in '"“'):
        help = "name only the source; when the record is there, add the words as `communique cite --fill` needs them"
        raise CellError(f"found words of the source in {shorten(f'[{inside}]')!r}", help)
    named = [each.strip() for each in inside.replace(";", ",").split(",")]
    return before, [_evidence(each, values) for each in named if each]


def _evidence(written: str, values: Values) -> Any:
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


def _advice(name: str, names: KnownNames) -> str:
    if meant := names.meant(name, ("source",)):
        return question(*meant)
    labels = ", ".join(names.labels("source")[:_MOST_LABELS])
    example = "give a source this label: - s1 = https://example.org/news/1"
    return f"the sources are {labels}; or {example}" if labels else example

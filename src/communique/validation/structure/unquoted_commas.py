"""A comma ends an unquoted text inside braces: ``{en: Yes, now.}`` has two keys. Reported as one error."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from ...diagnostics.finding import Advice, Change
from ...reading import Document
from ...text.pointer import Pointer, json_pointer
from ..quoting import LONGEST_ADVICE, in_quotes, quote
from ..remedy import Remedy
from .rules import MalformedValue, UnknownField
from .schema_errors import at
from .violation import StructureViolation


class _Cut(NamedTuple):
    """A text that a comma cuts off: the object, the key of the text, and the keys that are the rest of the text."""

    pointer: Pointer
    key: str
    rest: tuple[str, ...]


def without_cut_texts(
    found: Iterable[StructureViolation], data: Any, document: Document
) -> Iterator[StructureViolation]:
    """The findings, with one about the comma instead of those about the keys after it."""
    every = list(found)
    suspects = {_place(each): each for each in every if _is_suspect(each)}
    holders = dict.fromkeys(place[:-1] for place in suspects)
    cuts = {
        (*pointer, name): cut
        for pointer in holders
        for cut in _cuts(at(data, pointer), pointer, suspects, document)
        for name in cut.rest
    }
    reported: set[_Cut] = set()
    for each in every:
        cut = cuts.get(_place(each))
        if cut is None:
            yield each
        elif cut not in reported:
            reported.add(cut)
            yield _about_the_comma(cut, suspects, document)


def _place(finding: StructureViolation) -> Pointer:
    return (*finding.pointer, finding.field) if finding.field else finding.pointer


def _is_suspect(finding: StructureViolation) -> bool:
    """Whether it is about an unknown key that is not a misspelt one."""
    return finding.rule in (MalformedValue, UnknownField) and bool(finding.field) and not finding.remedy.advice


def _cuts(
    holder: Any, pointer: Pointer, suspects: dict[Pointer, StructureViolation], document: Document
) -> Iterator[_Cut]:
    """Every text with the keys that are the rest of it: they have no values, and at least one is unknown."""
    key, rest = "", list[str]()
    for name, value in [*(holder.items() if isinstance(holder, dict) else ()), ("", "")]:
        looks_so = value is None or ((*pointer, name) in suspects and isinstance(value, str) and " " in name)
        continues = bool(key) and looks_so and _is_behind_comma((*pointer, name), document)
        if continues:
            rest.append(name)
        if not continues or value is not None:
            if any((*pointer, each) in suspects for each in rest):
                yield _Cut(pointer, key, tuple(rest))
            is_bare = isinstance(value, str) and not continues and not _is_value_quoted((*pointer, name), document)
            key, rest = (name if is_bare else ""), []


def _is_behind_comma(place: Pointer, document: Document) -> bool:
    """Whether the key is unquoted and comes after a comma that ends an unquoted text."""
    if place not in document.marks:
        return False
    begins = document.index(document.key_position(place))
    return document.text[:begins].rstrip().endswith(",") and not _is_quoted(begins, document)


def _is_value_quoted(place: Pointer, document: Document) -> bool:
    return _is_quoted(document.index(document.value_position(place)), document)


def _is_quoted(index: int, document: Document) -> bool:
    return document.text[index : index + 1] in ("'", '"')


def _about_the_comma(cut: _Cut, suspects: dict[Pointer, StructureViolation], document: Document) -> StructureViolation:
    """One finding, of the rule that one of the keys breaks."""
    rule = next(suspects[(*cut.pointer, name)].rule for name in cut.rest if (*cut.pointer, name) in suspects)
    message = f"unquoted text ends at the comma before {quote(cut.rest[0])}"
    return StructureViolation(rule, cut.pointer, message, _quoted(cut, document), cut.rest[0])


def _quoted(cut: _Cut, document: Document) -> Remedy:
    first, last = (*cut.pointer, cut.key), (*cut.pointer, cut.rest[-1])
    text = _whole(document, first, last)
    if not text:
        return Remedy(f"put the whole text of {cut.key} in quotes")
    written = in_quotes(text)
    advice = Advice(Change.JOIN, written, json_pointer(first), until=cut.rest[-1])
    return Remedy(f"put the text in quotes: {_where(cut.key, text, written)}", (advice,))


def _where(key: str, text: str, written: str) -> str:
    """The text in quotes; for a long text, where the quotes belong."""
    if len(written) <= LONGEST_ADVICE:
        return f"{key}: {written}"
    mark, words = written[0], text.split()
    if written != f"{mark}{text}{mark}":
        return "use double quotes, with a backslash before each double quote in the text"
    return f"{mark} before {' '.join(words[:2])!r} and {mark} after {' '.join(words[-2:])!r}"


def _whole(document: Document, first: Pointer, last: Pointer) -> str:
    """The text as it is written, on one line; empty if any part of it is in quotes."""
    start, begun = document.index(document.value_position(first)), document.index(document.key_position(last))
    name = str(last[-1])
    end = begun + len(name)
    if document.text[begun:end] != name or _is_quoted(start, document):
        return ""
    if rest := re.compile(r"[ \t]*:[ \t]+([^\s,\]}#][^,\]}\n]*)").match(document.text, end):
        end = rest.end()
    text = document.text[start:end].rstrip()
    return "" if re.search(r"\s#|\n[ \t]*\n", text) else re.sub(r"[ \t]*\r?\n[ \t]*", " ", text)

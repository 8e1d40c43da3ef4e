"""A comma ends a bare text inside braces: ``{en: Yes, now.}`` holds two keys. Said as the one mistake that it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from ..findings import Advice, Change
from ..pointer import Pointer, json_pointer
from ..reading import Document
from .faults import at
from .quoting import LONGEST_ADVICE, in_quotes, quote
from .remedy import Remedy
from .shapes import MalformedValue, UnknownField
from .wording import Complaint


def without_cut_texts(found: Iterable[Complaint], data: Any, document: Document) -> Iterator[Complaint]:
    """The same complaints, with one about the comma in the place of those about what stands behind it."""
    every = list(found)
    suspects = {(*each.pointer, each.field): each for each in every if _is_suspect(each)}
    cut = {
        (*pointer, field): (key, list(keys))
        for pointer in dict.fromkeys(each.pointer for each in suspects.values())
        for key, keys in _runs(at(data, pointer), pointer, suspects)
        for field in keys
    }
    for each in every:
        key, keys = cut.get((*each.pointer, each.field), ("", []))
        if keys and keys[0] == each.field:
            yield _about_the_comma(each, key, keys, document)
        elif not keys and each.pointer not in cut:
            yield each


def _is_suspect(complaint: Complaint) -> bool:
    """Whether it is about a key that is none, and that is no slip of one either."""
    return complaint.rule in (MalformedValue, UnknownField) and bool(complaint.field) and not complaint.remedy.advice


def _runs(holder: Any, pointer: Pointer, suspects: dict[Pointer, Complaint]) -> Iterator[tuple[str, list[str]]]:
    """Every key with a text, and the keys behind it that are a part of the text."""
    key, run = "", list[str]()
    for name in holder if isinstance(holder, dict) else ():
        if key and (*pointer, name) in suspects and _continues(name, holder[name]):
            run.append(name)
            if holder[name] is None:
                continue
        if run:
            yield key, run
        key, run = (name if isinstance(holder[name], str) and name not in run else ""), []
    if run:
        yield key, run


def _continues(name: str, value: object) -> bool:
    """Whether a key is the rest of a text: it has no value, or looks like words rather than like a key."""
    return value is None or (isinstance(value, str) and " " in name)


def _about_the_comma(complaint: Complaint, key: str, keys: list[str], document: Document) -> Complaint:
    message = f"a comma ends the text before {quote(complaint.field)}"
    text = _whole(document, (*complaint.pointer, key), (*complaint.pointer, keys[-1]))
    if not text:
        return complaint._replace(message=message, remedy=Remedy(f"put the whole text of {key} in quotes"))
    written = in_quotes(text)
    where = f"{key}: {written}"
    if len(where) > LONGEST_ADVICE:
        mark = written[0]
        where = f"{mark} before {_ends(text)[0]!r} and {mark} behind {_ends(text)[1]!r}"
        if written != f"{mark}{text}{mark}":
            where = "in double quotes, with a backslash before each double quote in it"
    advice = Advice(Change.JOIN, written, json_pointer((*complaint.pointer, key)), until=keys[-1])
    return complaint._replace(message=message, remedy=Remedy(f"put the text in quotes: {where}", (advice,)))


def _ends(text: str) -> tuple[str, str]:
    words = text.split()
    return " ".join(words[:2]), " ".join(words[-2:])


def _whole(document: Document, first: Pointer, last: Pointer) -> str:
    """The text as the file has it, on one line; nothing if it is not written bare from beginning to end."""
    start, begun = document.index(document.value_position(first)), document.index(document.key_position(last))
    name = str(last[-1])
    end = begun + len(name)
    if document.text[begun:end] != name or document.text[start : start + 1] in ("'", '"'):
        return ""
    if rest := re.compile(r"[ \t]*:[ \t]+([^\s,\]}#][^,\]}\n]*)").match(document.text, end):
        end = rest.end()
    text = document.text[start:end].rstrip()
    return "" if re.search(r"\s#|\n[ \t]*\n", text) else re.sub(r"[ \t]*\r?\n[ \t]*", " ", text)

"""How each mistake is mended that has one safe answer. A new fixer is a function here and a line in `FIXERS`."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

from ..edits import Edit, apply
from ..findings import Finding
from ..reading import Document, Position, read_bytes
from ..reading.characters import REMOVABLE, name
from ..reading.scalars import UnsafeNumberError, resolve, yaml_1_1_reading

Fixer = Callable[[Document, Finding], Iterator[Edit]]

_TAB_WIDTHS = (2, 4, 8)
_REMOVABLE = tuple(f"{name(character)} " for character in REMOVABLE)


def replace_word(document: Document, finding: Finding) -> Iterator[Edit]:
    """Put the word that was meant in the place of the one that stands there, inside its quotes if it has any."""
    start = _index(document, finding)
    quote = document.text[start : start + 1]
    if quote in ("'", '"'):
        end = document.text.find(quote, start + 1)
        if end > 0 and "\n" not in document.text[start:end] and "\\" not in document.text[start:end]:
            yield Edit(start + 1, end, finding.replacement)
        return
    end = start
    while end < len(document.text) and document.text[end] not in " \t\r\n,:]}#":
        end += 1
    word = finding.replacement
    yield Edit(start, end, word if _needs_no_quotes(word) else f'"{word}"')


def put_in_quotes(document: Document, finding: Finding) -> Iterator[Edit]:
    """Put quotes around a word that other programs take for something else."""
    start = _index(document, finding)
    yield Edit(start, start + len(finding.replacement), f'"{finding.replacement}"')


def drop_byte_order_mark(document: Document, finding: Finding) -> Iterator[Edit]:
    """The mark stands before the text, at -1."""
    yield Edit(-1, 0, "")


def replace_tabs(document: Document, finding: Finding) -> Iterator[Edit]:
    """Spaces for the tabs that indent a line, if all widths at which the file can be read mean the same."""
    start = _index(document, finding)
    if document.text[start : start + 1] != "\t":
        return
    line = document.text.rfind("\n", 0, start) + 1
    end = start
    while document.text[end : end + 1] in ("\t", " "):
        end += 1
    readings = {}
    for width in _TAB_WIDTHS:
        spaces = document.text[line:end].replace("\t", " " * width)
        trial = read_bytes(apply(document.text, [Edit(line, end, spaces)]).encode("utf-8"), document.path)
        if not any(each.code == finding.code and each.line <= finding.line for each in trial.findings):
            readings[spaces] = trial.data
    if readings and all(data == next(iter(readings.values())) for data in readings.values()):
        yield Edit(line, end, next(iter(readings)))


def compose_letters(document: Document, finding: Finding) -> Iterator[Edit]:
    """The line in Unicode NFC."""
    start, end = _line(document, finding)
    yield Edit(start, end, unicodedata.normalize("NFC", document.text[start:end]))


def strip_lines(document: Document, finding: Finding) -> Iterator[Edit]:
    """No spaces at the ends of lines, where that does not change what the file says."""
    position = 0
    for line in document.text.splitlines(keepends=True):
        bare = line.rstrip("\r\n")
        stripped = bare.rstrip(" \t")
        if stripped != bare:
            edit = Edit(position + len(stripped), position + len(bare), "")
            trial = read_bytes(apply(document.text, [edit]).encode("utf-8"), document.path)
            if trial.data == document.data:
                yield edit
        position += len(line)


def delete_character(document: Document, finding: Finding) -> Iterator[Edit]:
    """Nothing in the place of a character that carries nothing; others may stand for something, as a space does."""
    if finding.message.startswith(_REMOVABLE):
        start = _index(document, finding)
        yield Edit(start, start + 1, "")


def replace_value(document: Document, finding: Finding) -> Iterator[Edit]:
    """Another text in the place of a whole value that is written in one line and without escapes."""
    value: Any = document.data
    with suppress(LookupError, TypeError):
        for part in finding.pointer.split("/")[1:]:
            value = value[int(part) if isinstance(value, list) else part]
    start = _index(document, finding)
    quoted = document.text[start : start + 1] in ("'", '"')
    start += quoted
    if isinstance(value, str) and document.text.startswith(value, start):
        word = finding.replacement
        yield Edit(start, start + len(value), word if quoted or _needs_no_quotes(word) else f'"{word}"')


FIXERS: dict[str, Fixer] = {
    "untidy-identifier": replace_value,
    "unknown-field": replace_word,
    "unknown-code": replace_word,
    "unknown-kind": replace_word,
    "merged-id": replace_word,
    "unknown-country-code": replace_word,
    "unknown-language-tag": replace_word,
    "unknown-names-no-field": replace_word,
    "ambiguous-scalar": put_in_quotes,
    "byte-order-mark": drop_byte_order_mark,
    "broken-yaml": replace_tabs,
    "unsafe-character": delete_character,
    "not-nfc": compose_letters,
    "trailing-space": strip_lines,
}
NEED_NO_WORD = ("byte-order-mark", "broken-yaml", "unsafe-character", "not-nfc", "trailing-space")


def _needs_no_quotes(word: str) -> bool:
    """Whether every YAML reader takes the bare word for this text."""
    with suppress(UnsafeNumberError):
        return resolve(word) == word and yaml_1_1_reading(word) is None
    return False


def _index(document: Document, finding: Finding) -> int:
    """Where the finding points to, counted from the beginning of the text."""
    return document.index(Position(finding.line, finding.column))


def _line(document: Document, finding: Finding) -> tuple[int, int]:
    start = document.lines.start(finding.line)
    return start, start + len(document.lines[finding.line])

"""The fixers, one for each finding that has a safe fix. A new fixer is a function here and a line in `FIXERS`.

A fixer returns its edits and the expected new texts, and the result is checked against them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..diagnostics.finding import Finding
from ..lazy import lazy_pattern
from ..lexicon.spelling import is_plural, must_mean
from ..reading import is_json
from ..reading.scalars import is_read_as_text
from ..reading.tokens import Token
from ..text.characters import REMOVABLE
from ..text.edits import Edit
from ..text.json_text import on_one_line
from .fix import File, Fix, nfc, without_removable
from .tabs import replace_tabs

Fixer = Callable[[File, Finding], Iterator[Fix]]

_BARE_WORD = lazy_pattern(r"[A-Za-z0-9]([A-Za-z0-9_./:-]*[A-Za-z0-9_/])?")
_BLOCK_HEADER = lazy_pattern(r"[|>][-+]?(?P<width>[0-9]?)[-+]?(?P<comment>[ \t]+#[^\r\n]*)?")
_BLANK = lazy_pattern(r"[ \t\r\n]*")
_LINE_END_SPACES = lazy_pattern(r"(?<![ \t])[ \t]++(?=[\r\n]|\Z)")


def replace_word(file: File, finding: Finding) -> Iterator[Fix]:
    """Replace the whole scalar with the replacement, in the same style."""
    found = file.scalar(finding)
    if found and file.is_about(finding, found[1]):
        number, scalar = found
        edit = Edit(scalar.start, scalar.end, _written(file, scalar, finding.replacement))
        yield Fix((edit,), ((number, finding.replacement),))


def replace_near_miss(file: File, finding: Finding) -> Iterator[Fix]:
    """The same, if the scalar is certainly a misspelling of the replacement."""
    found = file.scalar(finding)
    if found and must_mean(str(found[1].value), finding.replacement):
        yield from replace_word(file, finding)


def replace_code(file: File, finding: Finding) -> Iterator[Fix]:
    """The same for a code, which may also be in the plural; for a field, only the writer knows if it is a list."""
    found = file.scalar(finding)
    if found and is_plural(str(found[1].value), finding.replacement):
        yield from replace_word(file, finding)
    else:
        yield from replace_near_miss(file, finding)


def put_in_quotes(file: File, finding: Finding) -> Iterator[Fix]:
    """Put quotes around a text that other programs read as another type."""
    found = file.scalar(finding)
    if found and not found[1].style and found[1].value == finding.replacement:
        yield Fix((Edit(found[1].start, found[1].end, on_one_line(finding.replacement)),))


def drop_byte_order_mark(file: File, finding: Finding) -> Iterator[Fix]:
    """Delete the byte order mark, which is before the text, at -1."""
    if file.content.decode("utf-8") != file.text:
        yield Fix((Edit(-1, 0, ""),))


def compose_letters(file: File, finding: Finding) -> Iterator[Fix]:
    """Convert the line to Unicode NFC, from the first to the last letter that is not."""
    start = file.lines.start(finding.line)
    old = file.text[start : start + len(file.lines[finding.line])]
    new = unicodedata.normalize("NFC", old)
    head = _common(old, new)
    tail = min(_common(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    if old != new:
        yield Fix((Edit(start + head, start + len(old) - tail, new[head : len(new) - tail]),), same=nfc)


def strip_lines(file: File, finding: Finding) -> Iterator[Fix]:
    """Delete trailing whitespace, a fix for each line, except where it is part of a text."""
    several = (_Text.of(file, token) for token in file.tokens.all if token.style in ("|", ">", '"'))
    text = next(several, None)
    for spaces in _LINE_END_SPACES.finditer(file.text):
        while text and text.end < spaces.end():
            text = next(several, None)
        if not text or text.start >= spaces.start() or text.can_spare(spaces, file.text[spaces.start() - 1]):
            yield Fix((Edit(*spaces.span(), ""),))


class _Text(NamedTuple):
    """A scalar in which trailing spaces may be part of the text.

    ``begins`` is the end of the first line of a block text, and ``indent`` its indentation; both are 0 for a text in
    quotes.
    """

    start: int
    end: int
    begins: int = 0
    indent: int = 0

    @classmethod
    def of(cls, file: File, scalar: Token) -> _Text:
        if scalar.style == '"':
            return cls(scalar.start, scalar.end)
        header = _BLOCK_HEADER.match(file.text, scalar.start)
        assert header
        blank = _BLANK.match(file.text, header.end())
        last = re.split(r"[\r\n]", blank[0])[-1] if blank else ""
        indent = 0 if header["width"] else len(last) - len(last.lstrip(" "))
        return cls(scalar.start, scalar.end, header.end(), indent)

    def can_spare(self, spaces: re.Match[str], before: str) -> bool:
        """Whether the text is the same without these spaces; ``before`` is the character before them."""
        if not self.begins:
            return before != "\\"
        # The spaces of an empty line are part of the text only beyond the indentation.
        is_blank = before in "\r\n" and spaces[0] == " " * min(len(spaces[0]), self.indent)
        return spaces.start() <= self.begins or is_blank


def delete_character(file: File, finding: Finding) -> Iterator[Fix]:
    """Delete a character without meaning; other unsafe characters may have one, such as that of a space."""
    start = file.index(finding)
    if file.text[start] in REMOVABLE:
        yield Fix((Edit(start, start + 1, ""),), same=without_removable)


FIXERS: dict[str, Fixer] = {
    "unknown-field": replace_near_miss,
    "unknown-code": replace_code,
    "unknown-kind": replace_near_miss,
    "unknown-names-no-field": replace_near_miss,
    "malformed-value": replace_near_miss,
    "merged-id": replace_word,
    "unknown-country-code": replace_word,
    "unknown-language-tag": replace_word,
    "untidy-identifier": replace_word,
    "ambiguous-scalar": put_in_quotes,
    "byte-order-mark": drop_byte_order_mark,
    "broken-yaml": replace_tabs,
    "unsafe-character": delete_character,
    "not-nfc": compose_letters,
    "trailing-space": strip_lines,
}
NEED_NO_WORD = ("byte-order-mark", "broken-yaml", "unsafe-character", "not-nfc", "trailing-space")
NEED_NO_WHOLE = ("byte-order-mark", "broken-yaml")
"""Findings that can be fixed in a file that could not be read completely."""


def _written(file: File, scalar: Token, word: str) -> str:
    """The word in the style of the scalar, with its quotes."""
    if scalar.style == "'":
        return "'" + word.replace("'", "''") + "'"
    if scalar.style == '"' or is_json(file.path, file.text):
        return on_one_line(word)
    bare = word if _needs_no_quotes(word) else on_one_line(word)
    return bare + _around(file.text[scalar.start : scalar.end]) if scalar.style else bare


def _around(block: str) -> str:
    """The parts of a block text that are not text: the comment in its first line, and the end of its last line."""
    header = _BLOCK_HEADER.match(block)
    comment = header["comment"] or "" if header else ""
    return comment + block[len(block.rstrip()) :]


def _needs_no_quotes(word: str) -> bool:
    """Whether every YAML program reads the unquoted word as text."""
    return _BARE_WORD.fullmatch(word) is not None and is_read_as_text(word)


def _common(one: str, other: str) -> int:
    """The length of the common beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, pair in pairs if pair[0] != pair[1]), min(len(one), len(other)))

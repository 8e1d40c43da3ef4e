"""Whether a text is clean: whether the careful reader would find nothing in it before or while it parses it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from ..text.characters import crowded_marks, may_be_unsafe, unsafe
from . import limits
from .conflict_markers import holds_conflict, may_hold_conflict

_SURROGATE = re.compile("[\ud800-\udfff]")
_ORDINARY = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
_HIDING_ESCAPE = re.compile(r"\\(?![nrt\"/\\ ])")


class TextCheck:
    """A few fast checks of one text, made of every file.

    They may take a clean text for one that is not; then the careful reader decides. They never take a text for clean
    in which the careful reader finds something.
    """

    def __init__(self, content: bytes, text: str) -> None:
        """``text`` is what the bytes ``content`` say in UTF-8; its line breaks may differ."""
        self._text = text
        self._unusual = content.translate(None, _ORDINARY).decode("utf-8")

    def is_clean(self) -> bool:
        """Whether all characters and all ends of lines are clean."""
        text, unusual = self._text, self._unusual
        has_tab = "\t" in text
        if " \n" in text or (has_tab and "\t\n" in text) or "\r" in text or may_hold_conflict(text):
            return False
        if not unusual:
            return True
        # Crowded marks come first: normalising them takes very long.
        if crowded_marks(unusual) is not None or (may_be_unsafe(unusual) and unsafe(text)):
            return False
        return unicodedata.is_normalized("NFC", text)

    def holds(self, data: Any) -> bool:
        """Whether every text in the data that was read is clean, too: escapes and folded lines can hide something."""
        hides = _HIDING_ESCAPE.search(self._text) or may_be_unsafe(self._unusual)
        if not hides and len(self._text) <= limits.MAX_SCALAR:
            return True
        return all(map(_is_clean_value, _texts(data)))


def _is_clean_value(text: str) -> bool:
    if len(text) > limits.MAX_SCALAR or holds_conflict(text):
        return False
    return crowded_marks(text) is None and unsafe(text) is None and (text.isascii() or not _SURROGATE.search(text))


def _texts(data: Any) -> Iterator[str]:
    """Every key and every text in the data. Recursion is bounded by the limit on depth."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        yield from data
        for value in data.values():
            yield from _texts(value)
    elif isinstance(data, list):
        for value in data:
            yield from _texts(value)

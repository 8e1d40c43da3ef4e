"""Edits: spans of a text, and what to replace them with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

_MARK = "\ufeff"


class Edit(NamedTuple):
    """Replace the code points from ``start`` up to, and without, ``end``."""

    start: int
    end: int
    replacement: str


def apply(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. Of overlapping edits only the first is made."""
    parts, done = [], 0
    for edit in sorted(set(edits)):
        if edit.start >= done:
            parts += [text[done : edit.start], edit.replacement]
            done = edit.end
    return "".join([*parts, text[done:]])


def apply_to_file(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The content of a file with the edits made. They count from the first character after a byte order mark."""
    text = content.decode("utf-8")
    shift = len(_MARK) if text.startswith(_MARK) else 0
    shifted = (Edit(edit.start + shift, edit.end + shift, edit.replacement) for edit in edits)
    return apply(text, shifted).encode("utf-8")

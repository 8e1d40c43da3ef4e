"""A change of a text: a stretch of it, and what to put in its place."""

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
    """The text with the edits made; of edits that overlap only the first is. Everything else stays as it was."""
    parts, done = [], 0
    for edit in sorted(set(edits)):
        if edit.start >= done:
            parts += [text[done : edit.start], edit.replacement]
            done = edit.end
    return "".join([*parts, text[done:]])


def apply_to_file(content: bytes, edits: Iterable[Edit]) -> bytes:
    """A file's content with the edits made. They count from the first character behind a byte-order mark."""
    text = content.decode("utf-8")
    shift = len(_MARK) if text.startswith(_MARK) else 0
    shifted = (Edit(edit.start + shift, edit.end + shift, edit.replacement) for edit in edits)
    return apply(text, shifted).encode("utf-8")

"""What to do about a finding: in words, and as changes that a program can make."""

from __future__ import annotations

from typing import NamedTuple

from ..diagnostics.finding import Advice, Change


class Remedy(NamedTuple):
    """The help of a finding, the changes that it names, and the replacement that `--fix` may make."""

    help: str = ""
    advice: tuple[Advice, ...] = ()
    replacement: str = ""


def value(help: str, *texts: str, replacement: str = "", slots: tuple[str, ...] = ()) -> Remedy:
    """Replace the value with any of the texts, which are YAML."""
    return Remedy(help, tuple(Advice(Change.VALUE, text, slots=slots) for text in texts), replacement)


def key(help: str, text: str, replacement: str = "") -> Remedy:
    """Replace the key with the text."""
    return Remedy(help, (Advice(Change.KEY, text),), replacement)


def add(help: str, text: str, slots: tuple[str, ...] = (), at: str | None = None) -> Remedy:
    """Add the text as a field or item."""
    return Remedy(help, (Advice(Change.ADD, text, at, slots=slots),))

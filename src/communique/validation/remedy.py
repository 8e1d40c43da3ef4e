"""What to do about a mistake: in words, and as changes that can be made."""

from __future__ import annotations

from typing import NamedTuple

from ..diagnostics.finding import Advice, Change


class Remedy(NamedTuple):
    """The help of a finding, the changes that it names, and the word that may be put in place without asking."""

    help: str = ""
    advice: tuple[Advice, ...] = ()
    replacement: str = ""


def value(help: str, *texts: str, replacement: str = "", slots: tuple[str, ...] = ()) -> Remedy:
    """Any of the texts, as YAML, in the place of the value."""
    return Remedy(help, tuple(Advice(Change.VALUE, text, slots=slots) for text in texts), replacement)


def key(help: str, text: str, replacement: str = "") -> Remedy:
    """The text in the place of the key."""
    return Remedy(help, (Advice(Change.KEY, text),), replacement)


def add(help: str, text: str, slots: tuple[str, ...] = (), at: str | None = None) -> Remedy:
    """The text as one more field or item."""
    return Remedy(help, (Advice(Change.ADD, text, at, slots=slots),))

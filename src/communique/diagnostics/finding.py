"""A finding: one thing that is wrong with a file, where, and what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any


class Severity(StrEnum):
    """How bad it is: an error fails the run, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Change(StrEnum):
    """What an advice does to the file."""

    VALUE = "value"
    """Its text stands in the place of the whole value."""
    KEY = "key"
    """Its text stands in the place of the key."""
    ADD = "add"
    """Its text is one more field of the object, or one more item of the list, which may have to be made first."""
    DELETE = "delete"
    """The key goes with its value, or the item of a list."""
    JOIN = "join"
    """Its text stands in the place of the value and of all keys behind it, up to and with the one named ``until``."""


@dataclass(frozen=True)
class Advice:
    """A change that the help asks for, so exactly that a program could make it: the tests do.

    ``text`` is YAML as it is to be written; it stands in the help letter by letter, unless it is very long. ``at`` is a
    JSON Pointer to the node, if it is not the one that the finding points to; ``also_at`` are those that have to be
    changed in the same way. ``slots`` are the words in capitals in the text for which something has to be put in that
    only the curator knows.
    """

    change: Change
    text: str = ""
    at: str | None = None
    until: str = ""
    slots: tuple[str, ...] = ()
    also_at: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong, and where.

    ``line`` and ``column`` count from 1, columns in code points. ``pointer`` is a JSON Pointer (RFC 6901) to the node.
    ``help`` says how to correct it, or is empty. ``advice`` are the changes that it names, each of which settles the
    finding. ``replacement`` is the word that is safe to put in the place of the one that stands there without asking.
    """

    code: str
    name: str
    severity: Severity
    message: str
    path: str
    line: int
    column: int
    pointer: str
    help: str = ""
    replacement: str = ""
    advice: tuple[Advice, ...] = ()

    def as_dict(self) -> dict[str, Any]:
        """The finding as plain data, in a fixed order of keys."""
        plain = {**asdict(self), "severity": self.severity.value}
        del plain["replacement"], plain["advice"]
        return plain

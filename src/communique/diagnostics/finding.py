"""A finding: what is wrong with a file, where, and what to do about it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any, NamedTuple

_OWN_PATH = "(\0:"
"""In a message that is kept: the place of another node of the same file begins here."""


class Severity(StrEnum):
    """The severity of a finding: an error fails the run, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Change(StrEnum):
    """The kind of change that an advice makes."""

    VALUE = "value"
    """Replace the whole value with the text."""
    KEY = "key"
    """Replace the key with the text."""
    ADD = "add"
    """Add the text as a field of the object or an item of the list; the list may have to be created first."""
    DELETE = "delete"
    """Delete the key with its value, or the item of a list."""
    JOIN = "join"
    """Replace the value, and all keys after it up to and including ``until``, with the text."""


class Advice(NamedTuple):
    """A change that the help names, so exact that a program can make it; the tests do.

    ``text`` is YAML; the help contains it exactly, unless it is very long. ``at`` is a JSON Pointer to the node, if it
    is not the node of the finding; ``also_at`` are other nodes that need the same change. ``slots`` are the words in
    capitals in the text that the curator has to replace.
    """

    change: Change
    text: str = ""
    at: str | None = None
    until: str = ""
    slots: tuple[str, ...] = ()
    also_at: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """What is wrong with a file, and where.

    ``line`` and ``column`` count from 1, columns in code points. ``pointer`` is a JSON Pointer (RFC 6901) to the node.
    ``help`` says how to correct it, or is empty. ``advice`` are the changes that it names, each of which resolves the
    finding. ``replacement`` is a safe replacement for the word at that position, for ``--fix``.
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

    def as_json(self) -> list[Any]:
        """All but the path as JSON values, for `from_json`; the file may have another path by then."""
        advice = [[*each] for each in self.advice]
        place = self.line, self.column, self.pointer
        message = self.message.replace(f"({self.path}:", _OWN_PATH)
        return [self.code, self.name, self.severity, message, *place, self.help, self.replacement, advice]

    @classmethod
    def from_json(cls, path: str, plain: list[Any]) -> Finding:
        """The finding that `as_json` gave, in the file with this path."""
        code, name, severity, message, line, column, pointer, help, replacement, advice = plain
        changes = tuple(
            Advice(Change(change), text, at, until, tuple(slots), tuple(also))
            for change, text, at, until, slots, also in advice
        )
        place = path, line, column, pointer
        said = message.replace(_OWN_PATH, f"({path}:")
        return cls(code, name, Severity(severity), said, *place, help, replacement, changes)

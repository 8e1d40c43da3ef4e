"""What is to be added: definitions, what is there already, and what cannot be taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..diagnostics.finding import Finding


class Existing(NamedTuple):
    """Something that was asked for and is defined already: how it was asked for, its id and its file."""

    asked: str
    id: str
    path: str


@dataclass
class Additions:
    """Definitions of one kind as plain data. ``hints`` are about a definition by its id, for the curator."""

    kind: str
    definitions: list[dict[str, Any]] = field(default_factory=list)
    existing: list[Existing] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    hints: dict[str, list[str]] = field(default_factory=dict)

    def hint(self, id: str, text: str) -> None:
        """Say something about a definition."""
        self.hints.setdefault(id, []).append(text)


_WANTED: dict[str, Sequence[str]] = {
    "source": ("title", "publisher", "published", "language"),
    "actor": ("country",),
    "instrument": ("bindingness",),
    "occasion": ("dates", "place"),
}


def lines_of(additions: Additions, paths: Mapping[str, str]) -> Iterator[str]:
    """What is known and what is added, each on a line: the file, the id, and what the curator should look at."""
    for asked, id, path in additions.existing:
        yield f"known: {asked} is {id}" + (f" in {path}" if path else ", which is added")
    for each in additions.definitions:
        id = str(each["id"])
        missing = _still_missing(additions.kind, each)
        hints = [*([f"still to fill: {', '.join(missing)}"] if missing else []), *additions.hints.get(id, ())]
        yield f"{paths[id]}: added {id}" + (f"; {'; '.join(hints)}" if hints else "")


def _still_missing(kind: str, definition: dict[str, Any]) -> list[str]:
    """The fields that a curator usually fills and that the definition does not have."""
    return [name for name in _WANTED[kind] if name not in definition]

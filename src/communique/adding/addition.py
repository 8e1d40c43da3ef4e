"""What is to be added: definitions, what is there already, and what cannot be taken."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from ..diagnostics.finding import Finding
from ..text.inflection import counted


class Existing(NamedTuple):
    """Something that was asked for and is defined already: how it was asked for, its id and its file."""

    asked: str
    id: str
    path: str


class OfUnknownType(NamedTuple):
    """A source whose type is unknown: its site, and the type that it is likely to have; empty if none is."""

    site: str
    likely: str


@dataclass
class Additions:
    """Definitions of one kind as plain data. ``hints`` are about a definition by its id, for the curator.

    By their id, ``of_unknown_type`` are sources whose type nobody has said, new ones and those that were there already;
    ``stated`` are types that the curator states of what was there, and ``settled`` has the files in which that is
    written. By its path, ``raised`` has the old and the new schema version of a file that needed a newer one.
    """

    kind: str
    definitions: list[dict[str, Any]] = field(default_factory=list)
    existing: list[Existing] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    hints: dict[str, list[str]] = field(default_factory=dict)
    of_unknown_type: dict[str, OfUnknownType] = field(default_factory=dict)
    stated: dict[str, str] = field(default_factory=dict)
    settled: dict[str, str] = field(default_factory=dict)
    raised: dict[str, tuple[str, str]] = field(default_factory=dict)

    def hint(self, id: str, text: str) -> None:
        """Say something about a definition."""
        self.hints.setdefault(id, []).append(text)


_WANTED: dict[str, Sequence[str]] = {
    "source": ("title", "publisher", "published", "language"),
    "actor": ("country",),
    "instrument": ("bindingness",),
    "occasion": ("dates", "place"),
}

_MOST_SITES = 40


def lines_of(additions: Additions, paths: Mapping[str, str]) -> Iterator[str]:
    """What is known and what is added, each on a line: the file, the id, and what the curator should look at."""
    for asked, id, path in additions.existing:
        yield f"known: {asked} is {id}" + (f" in {path}" if path else ", which is added")
    lacks = {str(each["id"]): _still_missing(additions.kind, each) for each in additions.definitions}
    in_all = set.intersection(*map(set, lacks.values())) if len(lacks) > 1 else set()
    for id, missing in lacks.items():
        shown = ", ".join(each for each in missing if each not in in_all)
        hints = [*([f"still to fill: {shown}"] if shown else []), *additions.hints.get(id, ())]
        yield f"{paths[id]}: added {id}" + (f"; {'; '.join(hints)}" if hints else "")
    if in_all:
        yield f"still to fill in all of them: {', '.join(each for each in _WANTED[additions.kind] if each in in_all)}"
    for id, path in additions.settled.items():
        yield f"{path}: the type of {id} is stated: {additions.stated[id]}"
    yield from raised_lines(additions.raised)
    yield from _lines_of_unknown_types(additions.of_unknown_type.values())


def raised_lines(raised: Mapping[str, tuple[str, str]]) -> Iterator[str]:
    """The files whose schema version was raised."""
    for path, (old, new) in raised.items():
        yield f"{path}: now names schema {new}; {old} cannot express what is added"


def _lines_of_unknown_types(sources: Collection[OfUnknownType]) -> Iterator[str]:
    """The sites of sources of unknown type, by the type that is likely."""
    sites: dict[str, Counter[str]] = defaultdict(Counter)
    for each in sources:
        sites[each.likely][each.site] += 1
    if sites:
        yield f"{counted(len(sources), 'source')} of unknown type:"
    for type, hosts in sorted(sites.items(), key=lambda each: (not each[0], each[0])):
        shown = [f"{each} ({n})" if n > 1 else each for each, n in sorted(hosts.items())]
        rest = [f"and {len(shown) - _MOST_SITES} more sites"] if len(shown) > _MOST_SITES else []
        head = f"often {type}" if type else "nothing is known of"
        yield f"  {head}: {', '.join([*shown[:_MOST_SITES], *rest])}"
    if sites:
        yield "  when you know it, correct the type, or run the command again with --type SITE=CODE for each site"


def _still_missing(kind: str, definition: dict[str, Any]) -> list[str]:
    """The fields that a curator usually fills and that the definition does not have."""
    return [name for name in _WANTED[kind] if name not in definition]

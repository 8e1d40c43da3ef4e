"""What is kept of a record until all records are read, made where the record was read."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from pydantic_core import to_json

from ..codelists import SourceOrigin
from ..corpus.corpus import Record
from ..corpus.ledger import Calendar, Reporting, reporting
from ..corpus.ledger.day_table import day_table
from ..models import ENTITY_FIELDS, Announcement, Source
from ..text.inflection import plural
from .format import Format
from .plain_data import given_without_definitions
from .records import HeldThings
from .thing import Thing


class Packed(NamedTuple):
    """A thing: its table and its id, where a source is from, its days, the outcomes it reports, its model, its parts.

    The days are those from which due days are counted. Where it is from, the days and the model are JSON.
    """

    table: str
    id: str
    origin: str | None
    days: bytes | None
    outcomes: bytes | None
    model: bytes | None
    parts: bytes


_OF_INVENTORY = ("description",)


class Packing(NamedTuple):
    """Packs these parts of each thing, and its model if it is wanted."""

    parts: tuple[str, ...]
    with_model: bool

    @classmethod
    def for_formats(cls, formats: Iterable[Format], *, embed: bool) -> Packing:
        """What these formats need. With ``embed``, plain data is made from models when all of them are known."""
        needed = (_OF_INVENTORY, *(each.parts for each in formats))
        parts = {part: None for each in needed for part in each if not (embed and part == "plain")}
        return cls(tuple(part for part in parts if part != "model"), embed or "model" in parts)

    def things(self, record: Record) -> Iterator[Packed]:
        """The record and what it defines."""
        yield self._packed(plural(record.kind), record)
        for table in ENTITY_FIELDS:
            for each in getattr(record, table, ()):
                yield self._packed(table, each)

    def _packed(self, table: str, model: Any) -> Packed:
        thing = Thing(table, model.id, {"model": model}, _NOTHING)
        parts = {part: getattr(thing, part) for part in self.parts}
        json = to_json(given_without_definitions(model)) if self.with_model else None
        days = to_json(found) if (found := day_table(model)) else None
        return Packed(table, model.id, _origin(model), days, _outcomes(model), json, pickle.dumps(parts, -1))


def _origin(model: Any) -> str | None:
    """Where a source is from, as JSON; None for one of unknown origin, as for everything else."""
    if not isinstance(model, Source):
        return None
    provenance = model.provenance
    is_unknown = provenance.origin == SourceOrigin.UNKNOWN and not model.derived_from
    return None if is_unknown else to_json(provenance).decode()


def _outcomes(model: Any) -> bytes | None:
    """The outcomes that an announcement reports, as they are compared with those of others; None if there are none."""
    found = reporting(model) if isinstance(model, Announcement) else None
    return pickle.dumps(found, -1) if found else None


def unpacked_outcomes(outcomes: bytes) -> list[Reporting]:
    """The outcomes that were packed."""
    found: list[Reporting] = pickle.loads(outcomes)
    return found


def unpacked(parts: bytes) -> Mapping[str, Any]:
    """The parts that were packed."""
    found: dict[str, Any] = pickle.loads(parts)
    return found


_NOTHING = HeldThings({}, {}, Calendar({}, {}), ())

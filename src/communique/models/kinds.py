"""The kinds of things: records, and the entities that records define. Whoever goes through all kinds has them here."""

from __future__ import annotations

from ..text.inflection import plural
from .actor import Actor
from .announcement import Announcement
from .dataset import Dataset
from .entity import Entity
from .instrument import Instrument
from .occasion import Occasion
from .registry import Registry
from .source import Source

RECORD_KINDS: dict[str, type[Announcement] | type[Registry] | type[Dataset]] = {
    "announcement": Announcement,
    "registry": Registry,
    "dataset": Dataset,
}
"""The kinds of record, by the name that a record gives as its kind."""

ENTITY_KINDS: dict[str, type[Entity]] = {
    "actor": Actor,
    "instrument": Instrument,
    "occasion": Occasion,
    "source": Source,
}
"""The kinds of things that announcements and registries define."""

ENTITY_FIELDS = {plural(kind): kind for kind in ENTITY_KINDS}
"""The lists of definitions in a record, and what each defines."""

REFERABLE_KINDS: dict[str, type[Announcement] | type[Entity]] = {"announcement": Announcement, **ENTITY_KINDS}
"""The kinds of things that a reference may name: what can be looked up, and has a card."""

THING_KINDS = {**REFERABLE_KINDS, **RECORD_KINDS}
"""Every kind of thing. Each has a table and a list in an export, named by the plural."""

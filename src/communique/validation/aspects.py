"""The aspects that several rules look at. An aspect that only one rule needs is in the module of the rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import models
from ..codelists import ActorType
from ..corpus.definitions import Defined, defined
from ..corpus.history import announcement_days
from ..models.provenance import Provenance
from .aspect import Aspect

if TYPE_CHECKING:
    from .context import Context
    from .subject import Subject
    from .summary import Summary


class Used(NamedTuple):
    """The id that is the key is referred to, as one of these kinds of things, which the record does not define."""

    kinds: tuple[str, ...]


class Possible(NamedTuple):
    """The id that is the key may be defined in the file, which is not loaded."""


class SourceFacts(NamedTuple):
    """A source, whose id is the key: the days on which it was published and read, its text, and where it is from."""

    id: str
    published: str | None
    retrieved: str | None
    origin: str
    publisher: str | None
    sure: tuple[str, ...]
    unsure: tuple[str, ...]
    digest: str | None
    length: int | None
    normalization: str | None

    @property
    def provenance(self) -> Provenance:
        """Where it is from."""
        return Provenance(self.origin, self.publisher, self.sure, self.unsure)


class Kind(NamedTuple):
    """The kind of the record, which is the key."""


class Announced(NamedTuple):
    """An announcement, whose id is the key: its status, the record that replaced it, and its day."""

    status: str
    is_retired: bool
    replaced_by: str | None
    day: str | None


class Named(NamedTuple):
    """What the thing whose id is the key is called, besides its ids; and the country of an actor."""

    kind: str
    names: tuple[str, ...]
    others: tuple[str, ...]
    country: str | None
    is_country: bool


class Related(NamedTuple):
    """A relation of an announcement to the id that is the key; ``of_instrument`` if it has a subject of its own."""

    type: str
    of_instrument: bool
    holds: bool
    is_deprecated: bool
    modality: str | None
    interval: str | None


def _used(subject: Subject) -> Iterator[tuple[str, Used]]:
    record = subject.record
    own: dict[str, set[str]] = {record.kind: {record.id}}
    for name, kind in models.ENTITY_FIELDS.items():
        own[kind] = {each.id for each in getattr(record, name, ())}
    for kinds, ids in subject.referred.items():
        defined = own.get(kinds[0], set()).union(*(own.get(kind, ()) for kind in kinds[1:]))
        used = Used(kinds)
        yield from [(id, used) for id in ids if id not in defined]


def _sources(subject: Subject) -> Iterator[tuple[str, SourceFacts]]:
    for source in getattr(subject.record, "sources", ()):
        published, retrieved = plain(source.published), plain(source.retrieved)
        origin, *derived = source.provenance
        text = source.text
        of_text = (text.digest, text.length, plain(text.normalization)) if text else (None, None, None)
        yield source.id, SourceFacts(source.id, published, retrieved, str.__str__(origin), *derived, *of_text)


def _announced(subject: Subject) -> Iterator[tuple[str, Announced]]:
    record = subject.record
    if isinstance(record, models.Announcement):
        days = subject.once(days_of)
        status, day = str.__str__(record.status), plain(days[0]) if days else None
        yield record.id, Announced(status, record.is_retired, record.replaced_by, day)


def _named(subject: Subject) -> Iterator[tuple[str, Named]]:
    record = subject.record
    if isinstance(record, models.Announcement):
        yield record.id, Named(record.kind, (), tuple(record.title.values()), None, False)
    for actor in getattr(record, "actors", ()):
        yield actor.id, Named("actor", *_called(actor), actor.country, actor.type is ActorType.COUNTRY)
    for kind, name in (("instrument", "instruments"), ("occasion", "occasions")):
        for thing in getattr(record, name, ()):
            yield thing.id, Named(kind, *_called(thing), None, False)


def _called(thing: models.NamedEntity) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Its names, and its other names."""
    return tuple(thing.name.values()), tuple([other.name for other in thing.other_names])


def _related(subject: Subject) -> Iterator[tuple[str, Related]]:
    for each in getattr(subject.record, "relations", ()):
        type, modality = str.__str__(each.type), plain(each.modality)
        yield each.target, Related(type, bool(each.subject), each.holds, each.is_deprecated, modality, each.interval)


def days_of(subject: Subject) -> tuple[models.EdtfDate, ...]:
    """The day of an announcement; several if days compete. Empty for other records."""
    return announcement_days(subject.record) if isinstance(subject.record, models.Announcement) else ()


def plain(text: str | None) -> str | None:
    """A code or a date as the bare text that it is."""
    return None if text is None else str.__str__(text)


DEFINED: Aspect[Defined] = Aspect("defined", Defined, lambda subject: defined(subject.data), compared=True)
"""Every definition and every former id, by id."""
USED: Aspect[Used] = Aspect("used", Used, _used)
"""Every id that the record refers to and does not define itself."""
POSSIBLE_ID: Aspect[Possible] = Aspect("possible", Possible, lambda _: ())
"""What may be an id, in files that are not loaded."""
SOURCES: Aspect[SourceFacts] = Aspect("source", SourceFacts, _sources, definitions=True, needs=("sources",))
"""Every source, by its id."""
KIND: Aspect[Kind] = Aspect("kind", Kind, lambda subject: [(subject.record.kind, Kind())])
"""The kind of every record."""
ANNOUNCED: Aspect[Announced] = Aspect("announcement", Announced, _announced)
"""Every announcement, by its id."""
NAMED: Aspect[Named] = Aspect("named", Named, _named, definitions=True)
"""What announcements, actors, instruments and occasions are called, by their ids."""
RELATED: Aspect[Related] = Aspect("related", Related, _related, needs=("relations",))
"""Every relation of an announcement, by the id that it leads to, in the order of the record."""

BASIC: tuple[Aspect[Any], ...] = (DEFINED, POSSIBLE_ID, KIND)
"""What is known of every file, whichever rules there are."""


def announcement(context: Context, id: str) -> tuple[Summary, Announced] | None:
    """The announcement with this id, the last if there are several, and the summary of its record."""
    found = context.with_key(ANNOUNCED, id)
    return (found[-1], found[-1].at(ANNOUNCED, id)[-1]) if found else None

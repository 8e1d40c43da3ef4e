"""The searchable texts of each thing of a corpus, and the texts of a search result."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from ...codelists import ActorType, RecordStatus
from ...lexicon.countries import short_form
from ...lexicon.folding import fold
from ...lexicon.words import spellings
from ...models import Actor, Announcement, EdtfDate, Entity, NamedEntity, Occasion, Source, main_text
from ..history import announcement_days, occasion_days

if TYPE_CHECKING:
    from ..corpus import Corpus


class Texts:
    """The searchable texts of a thing."""

    def __init__(self, thing: Announcement | Entity, corpus: Corpus) -> None:
        spelt = {words for text in _texts(thing) for words in spellings(text)}
        self.names = {" ".join(words) for words in spelt}
        self.words = {word for words in spelt for word in words}
        self.addresses = {address_of(text) for text in _addresses(thing)}
        self.of = _of(thing, corpus)
        self.place = _place(thing, corpus)
        self.is_country = isinstance(thing, Actor) and thing.type is ActorType.COUNTRY
        self.is_entity = isinstance(thing, Entity)
        self.ids = {" ".join(words) for words in spellings(thing.id)} if self.is_entity else set()

    @property
    def country(self) -> str:
        """The country that it belongs to, or "in" and the country in which it takes place."""
        return f"in {self.place}" if self.place else "".join(self.of) if self.is_entity else ""


def things(corpus: Corpus, kinds: Collection[str] = ()) -> Iterator[tuple[str, Announcement | Entity]]:
    """Everything that can be found, with its kind; only of these kinds if any are given."""
    for kind, things in corpus.referable.items():
        if not kinds or kind in kinds:
            yield from ((kind, thing) for thing in things.values())


def _texts(thing: Announcement | Entity) -> Iterator[str]:
    yield thing.id
    yield _name(thing)
    if isinstance(thing, Announcement):
        yield from thing.title.values()
        return
    yield from thing.former_ids
    yield from (identifier.value for identifier in thing.identifiers)
    if isinstance(thing, NamedEntity):
        yield from thing.name.values()
        yield from (other.name for other in thing.other_names)
        yield from filter(None, map(short_form, thing.name.values()))
    if isinstance(thing, Source):
        yield from filter(None, (thing.publisher, thing.title))


def _addresses(thing: Announcement | Entity) -> Iterator[str]:
    if isinstance(thing, Entity) and thing.url:
        yield thing.url
    if isinstance(thing, Source) and thing.archived_url:
        yield thing.archived_url


def address_of(text: str) -> str:
    """A web address without the scheme, www and a slash at the end."""
    return re.sub(r"^(https?://)?(www\.)?", "", fold(text)).rstrip("/")


def _name(thing: Announcement | Entity) -> str:
    if isinstance(thing, Source):
        return ": ".join(part for part in (thing.publisher, thing.title) if part)
    if isinstance(thing, Announcement):
        return main_text(thing.title)
    return main_text(thing.name) if isinstance(thing, NamedEntity) else ""


def titled(thing: Announcement | Entity) -> str:
    """The name, with the status of a record that is not reviewed."""
    if isinstance(thing, Announcement) and thing.status is not RecordStatus.REVIEWED:
        return f"{_name(thing)} ({thing.status})"
    return _name(thing)


def _of(thing: Announcement | Entity, corpus: Corpus) -> frozenset[str]:
    """The countries that it belongs to. For an announcement, those of the announcing actors."""
    if isinstance(thing, Announcement):
        roles = (role for role in thing.roles if role.is_announcing and not role.is_deprecated)
        actors = (corpus.actors.get(role.actor) for role in roles)
        return frozenset(actor.country for actor in actors if actor and actor.country)
    return frozenset({thing.country}) if isinstance(thing, Actor) and thing.country else frozenset()


def _place(thing: Announcement | Entity, corpus: Corpus) -> str:
    """The country in which it takes place."""
    if isinstance(thing, Announcement) and thing.place and thing.place.country:
        return thing.place.country
    occasion = corpus.occasions.get(thing.occasion or "") if isinstance(thing, Announcement) else thing
    return (occasion.place.country or "") if isinstance(occasion, Occasion) and occasion.place else ""


def day_of(thing: Announcement | Entity) -> str:
    """The day on which it was announced, takes place or was published. Competing days are joined by "or"."""
    found: tuple[EdtfDate, ...] = ()
    if isinstance(thing, Announcement):
        found = announcement_days(thing)
    elif isinstance(thing, Occasion):
        found = occasion_days(thing)
    elif isinstance(thing, Source) and thing.published:
        found = (thing.published,)
    return " or ".join(dict.fromkeys(day.partition("T")[0] for day in found))

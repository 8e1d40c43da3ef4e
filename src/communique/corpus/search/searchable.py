"""The searchable texts of each thing of a corpus, and the texts of a search result."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from ... import models
from ...codelists import ActorType, RecordStatus
from ...lexicon.countries import short_form
from ...lexicon.folding import fold
from ...lexicon.words import spellings
from ..history import announcement_dating, day_words, occasion_dating

if TYPE_CHECKING:
    from ..corpus import Corpus


class Texts:
    """The searchable texts of a thing."""

    def __init__(self, thing: models.Announcement | models.Entity, corpus: Corpus) -> None:
        spelt = {words for text in _texts(thing) for words in spellings(text)}
        self.names = {" ".join(words) for words in spelt}
        self.words = {word for words in spelt for word in words}
        self.addresses = {address_of(text) for text in _addresses(thing)}
        self.of = _of(thing, corpus)
        self.place = _place(thing, corpus)
        self.is_country = isinstance(thing, models.Actor) and thing.type is ActorType.COUNTRY
        self.is_entity = isinstance(thing, models.Entity)
        self.ids = {" ".join(words) for words in spellings(thing.id)} if self.is_entity else set()

    @property
    def country(self) -> str:
        """The country that it belongs to, or "in" and the country in which it takes place."""
        return f"in {self.place}" if self.place else "".join(self.of) if self.is_entity else ""


def things(corpus: Corpus, kinds: Collection[str] = ()) -> Iterator[tuple[str, models.Announcement | models.Entity]]:
    """Everything that can be found, with its kind; only of these kinds if any are given."""
    for kind, things in corpus.referable.items():
        if not kinds or kind in kinds:
            yield from ((kind, thing) for thing in things.values())


def _texts(thing: models.Announcement | models.Entity) -> Iterator[str]:
    yield thing.id
    yield _name(thing)
    if isinstance(thing, models.Announcement):
        yield from thing.title.values()
        return
    yield from thing.former_ids
    yield from (identifier.value for identifier in thing.identifiers)
    if isinstance(thing, models.NamedEntity):
        yield from thing.name.values()
        yield from (other.name for other in thing.other_names)
        yield from filter(None, map(short_form, thing.name.values()))
    if isinstance(thing, models.Source):
        yield from filter(None, (thing.publisher, thing.title))


def _addresses(thing: models.Announcement | models.Entity) -> Iterator[str]:
    if isinstance(thing, models.Entity) and thing.url:
        yield thing.url
    if isinstance(thing, models.Source) and thing.archived_url:
        yield thing.archived_url


def address_of(text: str) -> str:
    """A web address without the scheme, www and a slash at the end."""
    return re.sub(r"^(https?://)?(www\.)?", "", fold(text)).rstrip("/")


def _name(thing: models.Announcement | models.Entity) -> str:
    if isinstance(thing, models.Source):
        return ": ".join(part for part in (thing.publisher, thing.title) if part)
    if isinstance(thing, models.Announcement):
        return models.main_text(thing.title)
    return models.main_text(thing.name) if isinstance(thing, models.NamedEntity) else ""


def titled(thing: models.Announcement | models.Entity) -> str:
    """The name, with the status of a record that is not reviewed."""
    if isinstance(thing, models.Announcement) and thing.status is not RecordStatus.REVIEWED:
        return f"{_name(thing)} ({thing.status})"
    return _name(thing)


def _of(thing: models.Announcement | models.Entity, corpus: Corpus) -> frozenset[str]:
    """The countries that it belongs to. For an announcement, those of the announcing actors."""
    if isinstance(thing, models.Announcement):
        roles = (role for role in thing.roles if role.is_announcing and not role.is_deprecated)
        actors = (corpus.actors.get(role.actor) for role in roles)
        return frozenset(actor.country for actor in actors if actor and actor.country)
    return frozenset({thing.country}) if isinstance(thing, models.Actor) and thing.country else frozenset()


def _place(thing: models.Announcement | models.Entity, corpus: Corpus) -> str:
    """The country in which it takes place."""
    if isinstance(thing, models.Announcement) and thing.place and thing.place.country:
        return thing.place.country
    occasion = corpus.occasions.get(thing.occasion or "") if isinstance(thing, models.Announcement) else thing
    return (occasion.place.country or "") if isinstance(occasion, models.Occasion) and occasion.place else ""


def day_of(thing: models.Announcement | models.Entity) -> str:
    """The day on which it was announced, takes place or was published; several in words."""
    if isinstance(thing, models.Announcement):
        return day_words(announcement_dating(thing), _without_time)
    if isinstance(thing, models.Occasion):
        return day_words(occasion_dating(thing), _without_time)
    return _without_time(thing.published) if isinstance(thing, models.Source) and thing.published else ""


def _without_time(day: models.EdtfDate) -> str:
    return day.partition("T")[0]

"""Finds ids by words: what somebody calls a thing, to the id by which records refer to it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from .corpus import Corpus
from .models import Actor, Announcement, Entity, Instrument, Model, NamedEntity, Occasion, Source, main_text

_KINDS: dict[type[Model], str] = {
    Announcement: "announcement",
    Actor: "actor",
    Instrument: "instrument",
    Occasion: "occasion",
    Source: "source",
}


class Found(NamedTuple):
    """A thing that the words fit: its id, what it is, and its name."""

    id: str
    kind: str
    name: str


def look_up(words: str, corpus: Corpus) -> list[Found]:
    """Everything of whose id, names, former ids or country code each of the words is a part; the shortest names first.

    Sources are found by publisher and title. Case and accents make no difference.
    """
    wanted = _plain(words).split()
    things = (corpus.find(id) for id in corpus.ids)
    found = [
        Found(thing.id, _KINDS[type(thing)], _name(thing))
        for thing in things
        if all(any(word in text for text in map(_plain, _texts(thing))) for word in wanted)
    ]
    return sorted(found, key=lambda each: (each.kind == "source", len(each.name), each.id))


def _texts(thing: Model) -> Iterator[str]:
    yield getattr(thing, "id", "")
    yield _name(thing)
    if isinstance(thing, Announcement):
        yield from thing.title.values()
    if isinstance(thing, Entity):
        yield from thing.former_ids
    if isinstance(thing, NamedEntity):
        yield from thing.name.values()
        yield from (other.name for other in thing.other_names)
    if isinstance(thing, Actor) and thing.country:
        yield thing.country


def _name(thing: Model) -> str:
    texts = thing.title if isinstance(thing, Announcement) else thing.name if isinstance(thing, NamedEntity) else {}
    if isinstance(thing, Source):
        return ": ".join(part for part in (thing.publisher, thing.title) if part)
    return main_text(texts)


def _plain(text: str) -> str:
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in split if not unicodedata.combining(letter))

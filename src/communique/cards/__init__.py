"""Cards: what the corpus knows of one thing, on a page that a person can read.

A card for another kind of thing is a file here and a line in `_CARDS`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ..corpus.corpus import Corpus
from ..errors import CommuniqueError
from ..models import Actor, Announcement, Instrument, Occasion, Source
from . import actor, announcement, instrument, occasion, source
from .page import Page

__all__ = ["CannotShowError", "card"]

_CARDS: dict[type[Any], Callable[[Any, Corpus, Page, date], None]] = {
    Announcement: announcement.fill,
    Instrument: instrument.fill,
    Actor: actor.fill,
    Occasion: occasion.fill,
    Source: source.fill,
}


class CannotShowError(CommuniqueError, LookupError):
    """There is no card for things of this kind."""


def card(id: str, corpus: Corpus, width: int = 100, today: date | None = None) -> str:
    """The card of the announcement or the definition with this id, in lines of at most ``width`` columns.

    ``today`` is the day by which stated days have passed or are still to come; that of the clock if it is not given.

    Raises:
        UnknownIdError: nothing in the corpus has the id. It is a `KeyError`.
        CannotShowError: it is a registry or the dataset.
    """
    thing = corpus.resolve(id)
    fill = _CARDS.get(type(thing))
    if fill is None:
        raise CannotShowError(f"{id} holds definitions; show one of them")
    page = Page(width)
    fill(thing, corpus, page, today or date.today())
    return page.text()

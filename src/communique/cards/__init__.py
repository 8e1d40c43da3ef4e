"""Cards: pages that show a person what the corpus contains about one thing.

To add a card for another kind of thing, add a file here and a line in `_CARDS`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ..corpus.corpus import Corpus
from ..errors import CommuniqueError
from ..models import Actor, Announcement, Instrument, Model, Occasion, Source
from . import actor, announcement, instrument, occasion, part, source
from .as_of import as_of
from .page import Page
from .part import SEPARATOR

__all__ = ["SEPARATOR", "CannotShowError", "card"]

_CARDS: dict[type[Any], Callable[[Any, Corpus, Page, date], None]] = {
    Announcement: announcement.fill,
    Instrument: instrument.fill,
    Actor: actor.fill,
    Occasion: occasion.fill,
    Source: source.fill,
}


class CannotShowError(CommuniqueError, LookupError):
    """There is no card for things of this kind."""


def card(id: str, corpus: Corpus, width: int = 100, today: date | None = None, *, on: date | None = None) -> str:
    """The card of the announcement or the definition with this id, in lines of at most ``width`` columns.

    The id of a record, ``#`` and the id of an assertion in it give a card of that assertion.

    With ``on``, it leaves out what came after that day, and says so. Stated days are compared with that day, or else
    with ``today``. The default is the current date.

    Raises:
        UnknownIdError: nothing in the corpus has the id. It is a `KeyError`.
        CannotShowError: the id is that of a registry or of the dataset.
    """
    owner, separator, local = id.partition(part.SEPARATOR)
    thing: Model = corpus.resolve(owner)
    if type(thing) not in _CARDS:
        raise CannotShowError(f"there is no card for {owner}; choose an announcement or a definition")
    if separator:
        part.require(owner, thing, local)
    page = Page(width)
    if on is not None:
        past = as_of(corpus, on)
        page, corpus, thing = Page(width, past.notice(owner)), past.corpus, past.shown(owner)
    day = on or today or date.today()
    if separator:
        part.fill(owner, thing, local, corpus, page, day)
    else:
        _CARDS[type(thing)](thing, corpus, page, day)
    return page.text()

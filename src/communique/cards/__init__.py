"""Cards: pages that show a person what the corpus contains about one thing.

To add a card for another kind of thing, add a file here and a line in `_CARDS`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from ..corpus.corpus import Corpus
from ..errors import CommuniqueError
from ..models import Actor, Announcement, Instrument, Occasion, Source
from . import actor, announcement, instrument, occasion, source
from .as_of import as_of
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


def card(id: str, corpus: Corpus, width: int = 100, today: date | None = None, *, on: date | None = None) -> str:
    """The card of the announcement or the definition with this id, in lines of at most ``width`` columns.

    With ``on``, it leaves out what came after that day, and says so. Stated days are compared with that day, or else
    with ``today``. The default is the current date.

    Raises:
        UnknownIdError: nothing in the corpus has the id. It is a `KeyError`.
        CannotShowError: the id is that of a registry or of the dataset.
    """
    thing = corpus.resolve(id)
    fill = _CARDS.get(type(thing))
    if fill is None:
        raise CannotShowError(f"there is no card for {id}; choose an announcement or a definition")
    if on is None:
        page = Page(width)
    else:
        past = as_of(corpus, on)
        page, corpus, thing = Page(width, past.notice(id)), past.corpus, past.corpus.resolve(id)
    fill(thing, corpus, page, on or today or date.today())
    return page.text()

"""An id that nothing in the corpus has, and which one was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CommuniqueError
from ..models import Entity

if TYPE_CHECKING:
    from .corpus import Corpus


class UnknownIdError(CommuniqueError, KeyError):
    """Nothing in the corpus has the id. ``help`` suggests another id, or is empty."""

    def __init__(self, id: str, help: str = "") -> None:
        super().__init__(id, help)
        self.id = id
        self.help = help

    def __str__(self) -> str:
        return f"nothing has the id {self.id}" + (f"; {self.help}" if self.help else "")


def suggestion(id: str, corpus: Corpus) -> str:
    """The id into which it was merged, or a similar id; empty if there is none."""
    for things in corpus.referable.values():
        for thing in things.values():
            if isinstance(thing, Entity) and id in thing.former_ids:
                return f"it was merged into {thing.id}"
    from ..lexicon.spelling import did_you_mean

    return did_you_mean(id, corpus.ids, are_ids=True)

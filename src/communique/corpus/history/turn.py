"""What brings an instrument to a stage."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from ...codelists import Confidence, DateRole, Stage
from ..date_order import sort_day
from .days import Basis

if TYPE_CHECKING:
    from datetime import date

    from ...models import EdtfDate


class Firmness(StrEnum):
    """How sure it is that a stage was reached. What was not done has the modality of its measure."""

    CONFIRMED = "confirmed"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    UNDER_CONSIDERATION = "under_consideration"


class Turn(NamedTuple):
    """What brings an instrument to a stage: a measure, or a stated day on which it takes or loses effect.

    ``announcement`` is the id of the record that says so, and ``made`` its day; ``place`` is the index of the assertion
    among its dates if it ``is_stated``, else among its measures. ``firmness`` is ``planned`` for a day that was set in
    advance and that the record does not confirm. A turn that does not move the instrument, such as a plan, only shows
    at which stage it is. ``basis`` says where the day is from; if it is from the announcement, the stage was reached on
    it at the latest. ``day_competes`` is true if the day is the last of several disputed ones. ``roles`` are the roles
    of dates that can be the same day. ``matter`` is what is disputed; empty if nothing is. ``confidence`` is how sure
    the curator is of the assertion.
    """

    instrument: str
    day: EdtfDate
    stage: Stage
    firmness: Firmness
    basis: Basis
    announcement: str
    made: EdtfDate | None
    place: int
    moves: bool
    is_stated: bool
    day_competes: bool
    roles: tuple[DateRole, ...]
    matter: str = ""
    confidence: Confidence | None = None

    @property
    def is_contradicted(self) -> bool:
        """Whether another assertion of its record contradicts it, or its day."""
        return bool(self.matter) or self.day_competes

    @property
    def is_disputed(self) -> bool:
        """The same, or the curator says that it is not settled."""
        return self.is_contradicted or self.confidence is Confidence.DISPUTED

    @property
    def is_doubtful(self) -> bool:
        """Whether the curator calls the assertion itself disputed or uncertain."""
        return self.confidence in (Confidence.DISPUTED, Confidence.UNCERTAIN)

    @property
    def begins(self) -> date:
        """The first day on which it was reached for certain."""
        return sort_day(self.day)

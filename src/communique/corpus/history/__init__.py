"""The history of an instrument, the day of an announcement, and the values to show.

Rules, cards, tables and search all use this package, so that an announcement has the same day everywhere:

- `modality`: whether something is a fact, or is denied or hypothetical;
- `days`: the days of an announcement, a measure and an occasion;
- `making`: the day from which an announcement was made for certain;
- `day_words`: several days in words;
- `values`: which of competing values to show;
- `steps`: the steps of an instrument, in order;
- `effective_dates`: the dates on which an instrument takes or loses effect;
- `turn`: what brings an instrument to a stage;
- `states`: the stage of an instrument on each day.

`Assertion.is_deprecated` and `Announcement.is_retired` are in the models.
"""

from .day_words import day_words
from .days import (
    OF_THE_ANNOUNCEMENT,
    TAKES_EFFECT,
    TO_COME,
    Basis,
    Dating,
    announcement_dating,
    announcement_day,
    announcement_days,
    dating,
    datings,
    occasion_dating,
    occasion_days,
    roles_of_day,
)
from .effective_dates import ActedOn, acted_on, is_about, is_of_part, takes_effect
from .making import made_on, makings
from .modality import is_denied_or_hypothetical, is_fact
from .states import State, in_order, states, turns, turns_of, turns_on
from .steps import CertainStep, Step, certain_steps, instrument_history
from .turn import Firmness, Turn
from .values import Showing, showings, shown

__all__ = [
    "OF_THE_ANNOUNCEMENT",
    "TAKES_EFFECT",
    "TO_COME",
    "ActedOn",
    "Basis",
    "CertainStep",
    "Dating",
    "Firmness",
    "Showing",
    "State",
    "Step",
    "Turn",
    "acted_on",
    "announcement_dating",
    "announcement_day",
    "announcement_days",
    "certain_steps",
    "dating",
    "datings",
    "day_words",
    "in_order",
    "instrument_history",
    "is_about",
    "is_denied_or_hypothetical",
    "is_fact",
    "is_of_part",
    "made_on",
    "makings",
    "occasion_dating",
    "occasion_days",
    "roles_of_day",
    "showings",
    "shown",
    "states",
    "takes_effect",
    "turns",
    "turns_of",
    "turns_on",
]

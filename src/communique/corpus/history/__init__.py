"""The history of an instrument, the day of an announcement, and the values to show.

Rules, cards, tables and search all use this package, so that an announcement has the same day everywhere:

- `modality`: whether something is a fact, or is denied or hypothetical;
- `days`: the days of an announcement, a measure and an occasion;
- `values`: which of competing values to show;
- `steps`: the steps of an instrument, in order.

`Assertion.is_deprecated` and `Announcement.is_retired` are in the models.
"""

from .days import (
    OF_THE_ANNOUNCEMENT,
    TAKES_EFFECT,
    TO_COME,
    Basis,
    Dating,
    announcement_day,
    announcement_days,
    dating,
    datings,
    occasion_days,
    roles_of_day,
)
from .modality import is_denied_or_hypothetical, is_fact
from .steps import CertainStep, Step, certain_steps, instrument_history
from .values import Showing, showings, shown

__all__ = [
    "OF_THE_ANNOUNCEMENT",
    "TAKES_EFFECT",
    "TO_COME",
    "Basis",
    "CertainStep",
    "Dating",
    "Showing",
    "Step",
    "announcement_day",
    "announcement_days",
    "certain_steps",
    "dating",
    "datings",
    "instrument_history",
    "is_denied_or_hypothetical",
    "is_fact",
    "occasion_days",
    "roles_of_day",
    "showings",
    "shown",
]

"""What was done to an instrument, on which day, and which of competing values to show.

Rules, cards, tables and search ask here, so that one announcement has one day wherever it is named:

- `modality`: what counts as a fact, and what did not happen;
- `days`: the days of an announcement, of a measure, of an occasion;
- `values`: the values to show of those that compete;
- `steps`: what was done to an instrument, in order.

Whether an assertion is held to be wrong, `Assertion.is_deprecated` says; whether a record no longer counts,
`Announcement.is_retired`.
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

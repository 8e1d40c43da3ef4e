"""The time that SOURCE_DATE_EPOCH gives, so that what is made twice is the same (https://reproducible-builds.org)."""

from __future__ import annotations

import os
from datetime import UTC, datetime

from ..errors import CommuniqueError

VARIABLE = "SOURCE_DATE_EPOCH"


class SourceDateError(CommuniqueError):
    """SOURCE_DATE_EPOCH is no number of seconds since 1970."""


def source_date() -> datetime | None:
    """The time in UTC; None if the variable is not set.

    Raises:
        SourceDateError: the variable has another value.
    """
    given = os.environ.get(VARIABLE)
    if given is None:
        return None
    try:
        return datetime.fromtimestamp(int(given), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise SourceDateError(f"{VARIABLE} is no number of seconds: {given!r}") from error

"""Columns that several views have."""

from __future__ import annotations

from ..tables import Column, Target
from .view import taken

ANNOUNCEMENT = Column(
    "announcement_id", "string", "The id of the announcement.", (Target("announcements", "id"),), required=True
)
TITLE = Column("title", "string", "The title of the announcement.", required=True)
DAY = taken("announcements", "day")._replace(description="The day of the announcement. As EDTF.")
DISPUTED = Column(
    "disputed",
    "boolean",
    "Whether another shown value contradicts it, or its confidence is `disputed`: then it is not settled.",
    required=True,
)
INSTRUMENT_ID = Column(
    "instrument_id", "string", "The id of the instrument that it is about.", (Target("instruments", "id"),)
)
INSTRUMENT = Column("instrument", "string", "The name of this instrument.")


def is_disputed(table: str) -> str:
    """What fills that column, in SQL, of a row of a table of assertions."""
    return f"({table}.competes OR coalesce({table}.confidence, '') = 'disputed')"


def doubt(table: str) -> str:
    """The words for what is not sure about a row of a table of assertions, each after a comma, in SQL."""
    return (
        f"CASE WHEN {is_disputed(table)} THEN ', disputed' "
        f"WHEN {table}.confidence IN ('likely', 'uncertain') THEN ', ' || {table}.confidence ELSE '' END"
    )

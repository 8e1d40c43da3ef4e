"""Columns that several views have."""

from __future__ import annotations

from ..tables import Column, Target
from .view import taken

ANNOUNCEMENT = Column(
    "announcement_id", "string", "The id of the announcement.", (Target("announcements", "id"),), required=True
)
TITLE = Column("title", "string", "The title of the announcement.", required=True)
DAY = taken("announcements", "day")._replace(description="The day of the announcement. As EDTF.")
INSTRUMENT_ID = Column(
    "instrument_id", "string", "The id of the instrument that it is about.", (Target("instruments", "id"),)
)
INSTRUMENT = Column("instrument", "string", "The name of this instrument.")

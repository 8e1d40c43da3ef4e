"""A sheet of announcements that people keep by hand: one row each, with columns of their own."""

from __future__ import annotations

from ...codelists import RoleType
from ...importing.sheet import TEXT_FILES, WORKBOOKS
from ..layout import ANNOUNCEMENT, Layout

LAYOUT = Layout(
    name="sheet",
    title="a sheet of announcements",
    namespace="sheet",
    gives=ANNOUNCEMENT,
    suffixes=(*TEXT_FILES, *WORKBOOKS),
    role=RoleType.ANNOUNCER,
)

"""Revisions of a record."""

from pydantic import Field

from ..codelists import RevisionChange
from .base import Model
from .scalars import EdtfDate, Line, Text


class Revision(Model):
    """One change of the record that a reader should know of."""

    date: EdtfDate = Field(description="When the record was changed.", examples=["2026-11-24"])
    change: RevisionChange = Field(description="What kind of change it was.", examples=["corrected"])
    by: Line = Field(description="Who made it.", examples=["communique curators"])
    reason: Text = Field(description="Why, and what changed.", examples=["First encoding."])

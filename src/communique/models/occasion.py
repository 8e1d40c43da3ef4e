"""Occasions: conferences, summits, sessions, ceremonies."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from .base import Maybe, Set
from .entity import NamedEntity, Place
from .scalars import EdtfDate, Id, Line


class Occasion(NamedEntity):
    """An event at which announcements are made, a session of it, or the series that it belongs to."""

    references: ClassVar[dict[str, tuple[str, ...]]] = {
        "part_of": ("occasion",),
        "series": ("occasion",),
        "organisers": ("actor",),
    }

    part_of: Maybe[Id] = Field(
        None, description="The id of the larger occasion of which this is a session.", examples=["waic-2025"]
    )
    series: Maybe[Id] = Field(
        None, description="The id of the series, itself an occasion, of which this is one edition.", examples=["waic"]
    )
    edition: Maybe[Line] = Field(
        None, description="Which edition of the series it is: its year or number.", examples=["2025"]
    )
    dates: Maybe[EdtfDate] = Field(
        None, description="When it takes place: a day, or an interval.", examples=["2025-07-26/2025-07-28"]
    )
    place: Maybe[Place] = Field(
        None, description="Where it takes place.", examples=[{"city": "Shanghai", "country": "CN"}]
    )
    organisers: Set[Id] = Field((), description="The ids of the actors who run it.", examples=[["cn-mfa"]])

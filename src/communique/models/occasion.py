"""Occasions: conferences, summits, sessions, ceremonies."""

from typing import Annotated

from pydantic import Field

from ..codelists import AttendanceMode
from .assertion import Assertion
from .base import Many, Maybe, Set
from .entity import NamedEntity, Place
from .reference import Refers
from .scalars import EdtfDate, Id, Line, LocalizedLine


class OccasionDate(Assertion):
    """When the occasion, or a part of it, takes place, according to somebody."""

    identity = ("part",)

    part: Maybe[Line] = Field(
        None, description="The part of the occasion, if not the whole of it.", examples=["exhibition"]
    )
    value: EdtfDate = Field(description="A day, or an interval.", examples=["2025-07-26/2025-07-28"])
    as_stated: Maybe[Line] = Field(
        None, description="The source's own short wording.", examples=["three days from Saturday"]
    )


class Occasion(NamedEntity):
    """An event at which announcements are made, a session of it, or the series that it belongs to."""

    part_of: Annotated[Maybe[Id], Refers("occasion")] = Field(
        None, description="The id of the larger occasion of which this is a session.", examples=["waic-2025"]
    )
    series: Annotated[Maybe[Id], Refers("occasion")] = Field(
        None, description="The id of the series, itself an occasion, of which this is one edition.", examples=["waic"]
    )
    edition: Maybe[Line] = Field(
        None, description="Which edition of the series it is: its year or number.", examples=["2025"]
    )
    theme: Maybe[LocalizedLine] = Field(
        None, description="Its motto, by language.", examples=[{"en": "Global Solidarity in the AI Era"}]
    )
    dates: Many[OccasionDate] = Field(
        (),
        description="When it takes place. Sources may differ: each value is an assertion.",
        examples=[[{"value": "2025-07-26/2025-07-28"}]],
    )
    place: Maybe[Place] = Field(
        None, description="Where it takes place.", examples=[{"city": "Shanghai", "country": "CN"}]
    )
    attendance_mode: Maybe[AttendanceMode] = Field(None, description="How people take part in it.", examples=["online"])
    organisers: Annotated[Set[Id], Refers("actor")] = Field(
        (), description="The ids of the actors who run it.", examples=[["cn-mfa"]]
    )
    acts_as: Annotated[Maybe[Id], Refers("actor")] = Field(
        None,
        description="The id of the actor that it is when it speaks in its own name, as a conference does.",
        examples=["waic-2025-conference"],
    )

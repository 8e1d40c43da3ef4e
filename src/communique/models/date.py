"""Dates of an announcement."""

from typing import Annotated

from pydantic import Field

from ..codelists import DateRole, Modality
from .assertion import Assertion
from .base import Maybe, Model, Set
from .reference import Refers
from .scalars import EdtfDate, Id, Line, TimeZone


class Scope(Model):
    """What a date is about, when it is not the announcement as a whole."""

    min_fields = 1

    instrument: Annotated[Maybe[Id], Refers("instrument")] = Field(
        None, description="The id of the instrument.", examples=["eu-ai-act"]
    )
    part: Maybe[Line] = Field(None, description="The part of it.", examples=["Chapter V"])


class Date(Assertion):
    """When something happened or is to happen, to the precision that the source gives."""

    identity = ("role", "scope", "actors")

    role: DateRole = Field(description="What happened on it.", examples=["announced"])
    scope: Maybe[Scope] = Field(
        None,
        description="Which instrument or part it is about, if not the whole announcement.",
        examples=[{"instrument": "eu-ai-act", "part": "Chapter V"}],
    )
    actors: Annotated[Set[Id], Refers("actor")] = Field(
        (),
        description="The ids of the actors who do it on this day, if others do the same on another day.",
        examples=[["us-white-house"]],
    )
    value: EdtfDate = Field(description="The date.", examples=["2025-07-26"])
    time_zone: Maybe[TimeZone] = Field(
        None,
        description="The time zone in which it was this day, if sources give another day for the same moment.",
        examples=["America/New_York"],
    )
    modality: Maybe[Modality] = Field(
        None, description="How firmly it is put, if it is not simply told as a fact.", examples=["planned"]
    )
    as_stated: Maybe[Line] = Field(
        None, description="The source's own short wording, such as a weekday with a date.", examples=["on Saturday"]
    )

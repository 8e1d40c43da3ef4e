"""Measures: what is done to an instrument, and what is said of its properties."""

from typing import Annotated

from pydantic import Field

from ..codelists import Action, AttributeName, Comparator, Modality, Stage
from .assertion import Assertion
from .base import Many, Maybe, NumberOrText, Set
from .reference import Refers
from .scalars import EdtfDate, Id, Line
from .unknown import Unknown


class Attribute(Assertion):
    """A property of the instrument, as somebody gives it here."""

    identity = ("name", "label")

    name: AttributeName = Field(description="Which property.", examples=["seat"])
    label: Maybe[Line] = Field(
        None, description="What the property is called, where the code is `other`.", examples=["term of members"]
    )
    value: NumberOrText = Field(description="Its value: text, or a number.", examples=["Shanghai", 13])
    unit: Maybe[Line] = Field(None, description="The unit of a number; for money the ISO 4217 code.", examples=["EUR"])
    comparator: Maybe[Comparator] = Field(
        None, description="How the number relates to the true one.", examples=["more_than"]
    )
    speaker: Annotated[Maybe[Id], Refers("actor")] = Field(
        None, description="The id of the actor who says so.", examples=["ma-zhaoxu"]
    )
    modality: Maybe[Modality] = Field(
        None, description="How firmly it is put, if not like the measure.", examples=["under_consideration"]
    )


class Measure(Assertion):
    """What the announcement does to an instrument: it proposes it, signs it, revokes it."""

    usual = (("id", "evidence"),)
    identity = ("instrument", "action")

    instrument: Annotated[Id, Refers("instrument")] = Field(
        description="The id of the instrument.", examples=["world-ai-cooperation-organization"]
    )
    action: Action = Field(description="What is done to it.", examples=["establish"])
    actors: Annotated[Set[Id], Refers("actor")] = Field(
        (), description="The ids of the actors who do it.", examples=[["cn-government"]]
    )
    date: Maybe[EdtfDate] = Field(
        None, description="When, if not on the day of the announcement.", examples=["2025-07-28"]
    )
    stage: Stage = Field(description="Where the instrument stands after this.", examples=["proposed"])
    modality: Modality = Field(description="How firmly it is put.", examples=["planned"])
    attributes: Many[Attribute] = Field(
        (),
        description="Properties of the instrument that are given here.",
        examples=[[{"name": "seat", "value": "Shanghai", "modality": "under_consideration"}]],
    )
    unknown: Many[Unknown] = Field(
        (),
        description="Fields or attributes that are knowingly left out.",
        examples=[[{"field": "members", "reason": "not_yet_decided"}]],
    )

"""Quantities: numbers with what they count."""

from typing import Annotated

from pydantic import Field

from ..codelists import Comparator, Modality
from .assertion import Assertion
from .base import Condition, Many, Maybe, Number
from .reference import Refers
from .scalars import Id, Line
from .unknown import Unknown


class Quantity(Assertion):
    """A number that a source gives, with what it counts and how exact it is."""

    usual = (("unit", "evidence"),)
    identity = ("subject", "unit", "about", "occasion")
    conditions = (Condition("comparator", ("between",), requires=("upper",), otherwise_forbids=("upper",)),)

    subject: Line = Field(description="What is counted or measured, in English.", examples=["exhibiting companies"])
    value: Number = Field(description="The number, without separators or units.", examples=[800])
    upper: Maybe[Number] = Field(None, description="The upper end, when the comparator is `between`.", examples=[900])
    of: Maybe[Number] = Field(
        None,
        description="The whole, if the number is a part of one: 118 of 193. In the same unit.",
        examples=[1000],
    )
    comparator: Comparator = Field(
        description="How the number relates to the true count, as far as the source says.", examples=["more_than"]
    )
    unit: Maybe[Line] = Field(
        None,
        description="The unit: a noun in the singular for a count, the ISO 4217 code for money. The usual units are in "
        "`communique codes unit`.",
        examples=["company"],
    )
    about: Annotated[Maybe[Id], Refers("instrument")] = Field(
        None, description="The id of the instrument that the number belongs to.", examples=["eu-investai"]
    )
    speaker: Annotated[Maybe[Id], Refers("actor")] = Field(
        None, description="The id of the actor who gives the number.", examples=["cn-mfa"]
    )
    modality: Maybe[Modality] = Field(
        None, description="How firmly it is put, if it is not simply stated as a fact.", examples=["planned"]
    )
    occasion: Annotated[Maybe[Id], Refers("occasion")] = Field(
        None,
        description="The id of the session, if not the announcement's occasion.",
        examples=["waic-2025-vice-minister-session"],
    )
    unknown: Many[Unknown] = Field(
        (),
        description="Fields that are knowingly left out.",
        examples=[[{"field": "as_of", "reason": "not_stated"}]],
    )

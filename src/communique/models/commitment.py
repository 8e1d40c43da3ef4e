"""Commitments: what an announcement promises, orders, asks or recommends to do, and until when."""

from typing import Annotated, ClassVar

from pydantic import Field

from ..codelists import CommitmentKind, DateRole, Modality
from .assertion import Assertion
from .base import Condition, Many, Maybe, Model, Set
from .reference import Refers
from .scalars import Duration, EdtfDate, Id, Line, LocalId, LocalizedText
from .unknown import Unknown


class After(Model):
    """From when a period is counted: a date of an announcement, the end of an occasion, or a day."""

    min_fields = 1
    conditions: ClassVar[tuple[Condition, ...]] = (
        Condition("occasion", forbids=("date_role", "instrument", "announcement", "date")),
        Condition("date", forbids=("date_role", "instrument", "announcement", "occasion")),
        Condition("instrument", requires=("date_role",)),
    )

    date_role: Maybe[DateRole] = Field(
        None,
        description="The role of a date of this announcement, or of the one that `announcement` names.",
        examples=["signed"],
    )
    instrument: Annotated[Maybe[Id], Refers("instrument")] = Field(
        None,
        description="The id of the instrument in the scope of that date, if it has a scope.",
        examples=["eu-ai-act"],
    )
    announcement: Annotated[Maybe[Id], Refers("announcement")] = Field(
        None,
        description="The id of another announcement; without `date_role`, the day of that announcement counts.",
        examples=["us-eo-14179-2025"],
    )
    occasion: Annotated[Maybe[Id], Refers("occasion")] = Field(
        None, description="The id of an occasion, whose last day counts.", examples=["ai-action-summit-2025"]
    )
    date: Maybe[EdtfDate] = Field(
        None, description="A date that is no date of an announcement.", examples=["2025-01-20"]
    )


class Due(Model):
    """Until when something is to be done: by a date, within a period after something, or before an occasion."""

    min_fields = 1
    conditions: ClassVar[tuple[Condition, ...]] = (
        Condition("date", forbids=("within", "after", "before")),
        Condition("before", forbids=("date", "within", "after")),
        Condition("within", requires=("after",), otherwise_forbids=("after",)),
    )

    date: Maybe[EdtfDate] = Field(
        None,
        description="The last day on which it is in time, as exactly as the source gives it.",
        examples=["2026-08-02"],
    )
    within: Maybe[Duration] = Field(None, description="The period within which it is to be done.", examples=["P180D"])
    after: Maybe[After] = Field(
        None, description="From when the period is counted.", examples=[{"date_role": "signed"}]
    )
    before: Annotated[Maybe[Id], Refers("occasion")] = Field(
        None,
        description="The id of an occasion before which it is to be done: not later than the day before it begins.",
        examples=["ai-action-summit-2025"],
    )


class Commitment(Assertion):
    """Something that somebody is to do, said so that one can see later whether it was done.

    What came of it is in the `outcomes` of whichever announcement reports it. Whether it is open or overdue on a day
    is computed, and never written.
    """

    usual = (("by", "about", "evidence"),)

    id: LocalId = Field(description="Its name within this record: an outcome refers to it.", examples=["action-plan"])
    kind: CommitmentKind = Field(
        description="With which right it is expected of those who have to do it.", examples=["obligation"]
    )
    by: Annotated[Set[Id], Refers("actor")] = Field(
        (), description="The ids of the actors who have to do it.", examples=[["us-administration"]]
    )
    to: Annotated[Set[Id], Refers("actor")] = Field(
        (),
        description="The ids of the actors for whom it is to be done.",
        examples=[["developing-countries"]],
    )
    text: LocalizedText = Field(
        description="What is to be done, in our own words.", examples=[{"en": "Write an action plan on AI."}]
    )
    about: Annotated[Maybe[Id], Refers("instrument", "announcement")] = Field(
        None,
        description="The id of the instrument or the announcement that it is about.",
        examples=["us-ai-action-plan"],
    )
    modality: Maybe[Modality] = Field(
        None, description="How firmly it is put, if it is not put without reserve.", examples=["conditional"]
    )
    due: Maybe[Due] = Field(
        None,
        description="Until when it is to be done.",
        examples=[{"within": "P180D", "after": {"date_role": "announced"}}],
    )
    as_stated: Maybe[Line] = Field(
        None, description="The source's own short wording of the time.", examples=["within 180 days"]
    )
    unknown: Many[Unknown] = Field(
        (), description="Fields that are knowingly left out.", examples=[[{"field": "due", "reason": "not_stated"}]]
    )

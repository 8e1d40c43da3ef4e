"""Outcomes: what came of commitments, as an announcement or a source reports it."""

from typing import Annotated, ClassVar

from pydantic import Field

from ..codelists import OutcomeState
from .assertion import Assertion
from .base import Condition, Many, Maybe, NumberOrText, Set
from .coding import Coding
from .reference import Refers
from .scalars import CommitmentId, EdtfDate, Id
from .unknown import Unknown


class Outcome(Assertion):
    """What came of a commitment. Those who assess it may differ, and an interim assessment is no final one."""

    usual = (("date", "evidence"),)
    identity = ("commitment", "by", "assessor", "interim")
    conditions: ClassVar[tuple[Condition, ...]] = (Condition("score", requires=("assessor",)),)

    commitment: CommitmentId = Field(
        description="The commitment, as ANNOUNCEMENT#COMMITMENT, even if it is in this record.",
        examples=["us-eo-14179-2025#action-plan"],
    )
    state: OutcomeState = Field(description="What came of it.", examples=["met_late"])
    date: Maybe[EdtfDate] = Field(
        None,
        description="When it was done, dropped or superseded; for any other state, the day for which it is assessed.",
        examples=["2025-07-23"],
    )
    interim: bool = Field(
        False,
        description="Whether it is assessed on the way only, and is no final outcome.",
        examples=[True],
    )
    by: Annotated[Set[Id], Refers("actor")] = Field(
        (),
        description="The ids of the actors whose part is assessed, if it is not the whole commitment.",
        examples=[["jp"]],
    )
    assessor: Annotated[Maybe[Id], Refers("actor")] = Field(
        None,
        description="The id of the actor who assesses it, if it is not simply reported as a fact.",
        examples=["un-ai-panel"],
    )
    score: Maybe[NumberOrText] = Field(
        None, description="The assessor's own score, as the assessor gives it.", examples=[0.5, "+1"]
    )
    codings: Many[Coding] = Field(
        (),
        description="The same outcome in the schemes of those who code compliance and pledges.",
        examples=[[{"scheme": "polimeter", "code": "kept", "coder": "communique curators"}]],
    )
    unknown: Many[Unknown] = Field(
        (), description="Fields that are knowingly left out.", examples=[[{"field": "date", "reason": "not_stated"}]]
    )

    @property
    def matter(self) -> tuple[object, ...] | None:
        """As of every assertion; interim assessments of different days do not compete with each other."""
        found = super().matter
        return (*found, self.date) if found and self.interim else found

    @property
    def assessed(self) -> tuple[object, ...]:
        """What it is about, whatever its question: outcomes of one commitment in any records compete if it is equal."""
        return (tuple(sorted(self.by)), self.assessor, self.interim, self.as_of, self.date if self.interim else None)

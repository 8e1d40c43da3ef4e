"""Votes: how a body decided, with the counts, and with every voter's choice where it is recorded."""

from typing import Annotated

from pydantic import Field

from ..codelists import VoteChoice, VoteMethod
from .assertion import Assertion
from .base import Count, Many, Maybe, Model
from .reference import Refers
from .scalars import EdtfDate, Id, Line
from .unknown import Unknown


class Ballot(Model):
    """How one actor voted."""

    actor: Annotated[Id, Refers("actor")] = Field(description="The id of the actor.", examples=["us"])
    vote: VoteChoice = Field(description="How it voted.", examples=["against"])


class Vote(Assertion):
    """A vote, or the decision of a body without one."""

    usual = (("body", "evidence"),)
    identity = ("about", "part", "body", "date")

    about: Annotated[Maybe[Id], Refers("instrument", "announcement")] = Field(
        None,
        description="The id of the instrument or the announcement that was voted on, if not this announcement.",
        examples=["un-res-78-265"],
    )
    part: Maybe[Line] = Field(
        None,
        description="What was voted on, if not the whole, such as an amendment.",
        examples=["paragraph 9"],
    )
    body: Annotated[Maybe[Id], Refers("actor")] = Field(
        None, description="The id of the actor that decided, such as a chamber.", examples=["un-general-assembly"]
    )
    date: Maybe[EdtfDate] = Field(
        None, description="When, if not on the day of the announcement.", examples=["2024-03-21"]
    )
    method: VoteMethod = Field(description="How the decision was taken.", examples=["recorded"])
    in_favour: Maybe[Count] = Field(None, description="How many voted for it.", examples=[117])
    against: Maybe[Count] = Field(None, description="How many voted against it.", examples=[2])
    abstaining: Maybe[Count] = Field(None, description="How many abstained.", examples=[2])
    not_voting: Maybe[Count] = Field(None, description="How many could have voted and took no part.", examples=[72])
    ballots: Many[Ballot] = Field(
        (),
        description="Who voted how, as far as the sources say. The list may be incomplete.",
        examples=[[{"actor": "us", "vote": "against"}]],
    )
    unknown: Many[Unknown] = Field(
        (),
        description="Fields that are knowingly left out.",
        examples=[[{"field": "not_voting", "reason": "not_stated"}]],
    )

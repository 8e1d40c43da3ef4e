"""Actors: whoever speaks, decides, signs, attends or is addressed."""

from typing import Annotated

from pydantic import Field

from ..codelists import ActorType
from .base import Condition, Maybe, Set
from .entity import NamedEntity
from .reference import Refers
from .scalars import CountryCode, Id, SubdivisionCode


class Actor(NamedEntity):
    """Somebody who acts: a state, a ministry, a company, a person, a group."""

    conditions = (
        Condition("type", ("country",), requires=("country",)),
        Condition("type", ("group",), otherwise_forbids=("members", "countries")),
    )

    type: ActorType = Field(description="What kind of actor it is.", examples=["government_body"])
    country: Maybe[CountryCode] = Field(None, description="The country it belongs to, by ISO 3166-1.", examples=["CN"])
    subdivision: Maybe[SubdivisionCode] = Field(
        None,
        description="The state, province or region that it belongs to or is, by ISO 3166-2.",
        examples=["US-CA"],
    )
    part_of: Annotated[Maybe[Id], Refers("actor")] = Field(
        None, description="The id of the actor that it is a part or an organ of.", examples=["cn-government"]
    )
    members: Annotated[Set[Id], Refers("actor")] = Field(
        (), description="The ids of the actors in the group, as far as they are known.", examples=[["openai", "google"]]
    )
    countries: Set[CountryCode] = Field(
        (), description="The countries whose actors are in the group, by ISO 3166-1.", examples=[["US", "KR"]]
    )

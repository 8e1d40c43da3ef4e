"""Roles: who took which part."""

from typing import Annotated

from pydantic import Field

from ..codelists import RoleType
from .assertion import Assertion
from .base import Many, Maybe
from .reference import Refers
from .scalars import Id, Line, LocalizedLine
from .unknown import Unknown

ANNOUNCING = (RoleType.ANNOUNCER, RoleType.ISSUER, RoleType.PROPOSER, RoleType.ADOPTER)
"""The roles of actors whose own announcement it is."""


class Role(Assertion):
    """The part that an actor plays in the announcement. After Popolo's Membership."""

    identity = ("actor", "role", "occasion", "part")

    actor: Annotated[Id, Refers("actor")] = Field(description="The id of the actor.", examples=["li-qiang"])
    role: RoleType = Field(description="The part it plays.", examples=["speaker"])
    capacity: Maybe[LocalizedLine] = Field(
        None, description="The post that the actor held then.", examples=[{"en": "Premier of China"}]
    )
    on_behalf_of: Annotated[Maybe[Id], Refers("actor")] = Field(
        None, description="The id of the actor for whom it acts.", examples=["cn-government"]
    )
    occasion: Annotated[Maybe[Id], Refers("occasion")] = Field(
        None,
        description="The id of the session, if not the announcement's occasion.",
        examples=["waic-2025-vice-minister-session"],
    )
    part: Maybe[Line] = Field(
        None,
        description="What it takes that part in, if not in the whole, such as the one chapter that it signs.",
        examples=["chapter on safety and security"],
    )
    unknown: Many[Unknown] = Field(
        (),
        description="Fields that are knowingly left out.",
        examples=[[{"field": "capacity", "reason": "not_stated"}]],
    )

    @property
    def is_announcing(self) -> bool:
        """Whether the announcement is the actor's own."""
        return self.role in ANNOUNCING

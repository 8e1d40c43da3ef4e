"""Roles: who took which part."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from ..codelists import RoleType
from .assertion import Assertion
from .base import Maybe
from .scalars import Id, Line, LocalizedLine


class Role(Assertion):
    """The part that an actor plays in the announcement. After Popolo's Membership."""

    identity = ("actor", "role", "occasion", "part")
    references: ClassVar[dict[str, tuple[str, ...]]] = {
        "actor": ("actor",),
        "on_behalf_of": ("actor",),
        "occasion": ("occasion",),
    }

    actor: Id = Field(description="The id of the actor.", examples=["li-qiang"])
    role: RoleType = Field(description="The part it plays.", examples=["speaker"])
    capacity: Maybe[LocalizedLine] = Field(
        None, description="The post that the actor held then.", examples=[{"en": "Premier of China"}]
    )
    on_behalf_of: Maybe[Id] = Field(
        None, description="The id of the actor for whom it acts.", examples=["cn-government"]
    )
    occasion: Maybe[Id] = Field(
        None,
        description="The id of the session, if not the announcement's occasion.",
        examples=["waic-2025-roundtable"],
    )
    part: Maybe[Line] = Field(
        None,
        description="What it takes that part in, if not in the whole, such as the one chapter that it signs.",
        examples=["chapter on safety and security"],
    )

    @property
    def is_announcing(self) -> bool:
        """Whether the announcement is the actor's own."""
        return self.role in (RoleType.ANNOUNCER, RoleType.ISSUER, RoleType.PROPOSER, RoleType.ADOPTER)

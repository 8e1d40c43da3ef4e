"""Relations to other announcements and to instruments."""

from typing import Annotated

from pydantic import Field

from ..codelists import Modality, RelationBasis, RelationType
from .assertion import Assertion
from .base import Maybe
from .reference import Refers
from .scalars import Duration, Id, Line


class Relation(Assertion):
    """How the announcement, or one of its instruments, relates to another announcement or instrument."""

    usual = (("evidence", "note"),)
    identity = ("type", "target", "subject")

    type: RelationType = Field(description="How it relates to the target.", examples=["follows"])
    target: Annotated[Id, Refers("announcement", "instrument")] = Field(
        description="The id of an announcement or an instrument.", examples=["us-ai-action-plan"]
    )
    subject: Annotated[Maybe[Id], Refers("instrument")] = Field(
        None,
        description="The id of the instrument that relates to the target, if it is not the announcement.",
        examples=["world-ai-cooperation-organization"],
    )
    basis: RelationBasis = Field(description="Who says that the relation holds.", examples=["reported"])
    modality: Maybe[Modality] = Field(
        None,
        description="How firmly it is put, if it does not simply hold: a proposal would amend a law, once adopted.",
        examples=["planned"],
    )
    interval: Maybe[Duration] = Field(None, description="The time between the two.", examples=["P3D"])
    as_stated: Maybe[Line] = Field(None, description="The source's own short wording of it.", examples=["days after"])

    @property
    def holds(self) -> bool:
        """Whether it is put as a fact or as a plan, and is not deprecated."""
        return not self.is_deprecated and self.modality in (None, Modality.ASSERTED, Modality.PLANNED)

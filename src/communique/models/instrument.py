"""Instruments: what announcements bring about, change or end."""

from typing import Annotated

from pydantic import Field

from ..codelists import Bindingness, InstrumentType
from .base import Maybe
from .entity import NamedEntity
from .reference import Refers
from .scalars import Id


class Instrument(NamedEntity):
    """An organisation, plan, law, order, treaty or fund; its life is read off the measures of all announcements."""

    type: InstrumentType = Field(description="What kind of instrument it is.", examples=["international_organisation"])
    bindingness: Maybe[Bindingness] = Field(
        None,
        description="Whom it obliges, and how; `unknown` if the sources do not let one tell.",
        examples=["unknown"],
    )
    part_of: Annotated[Maybe[Id], Refers("instrument")] = Field(
        None, description="The id of the instrument that it is a part of.", examples=["eu-ai-act"]
    )
    acts_as: Annotated[Maybe[Id], Refers("actor")] = Field(
        None,
        description="The id of the actor that it is when it speaks or acts itself, as a panel or an institute does.",
        examples=["gb-aisi"],
    )

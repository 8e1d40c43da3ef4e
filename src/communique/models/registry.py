"""The registry: definitions that many announcements share."""

from typing import Literal

from pydantic import Field

from .actor import Actor
from .base import Many, Maybe
from .citing import CitingRecord
from .instrument import Instrument
from .occasion import Occasion
from .scalars import LocalizedLine
from .source import Source


class Registry(CitingRecord):
    """Shared definitions of actors, instruments, occasions and sources, and nothing else."""

    kind: Literal["registry"] = Field(description="The kind of record.", examples=["registry"])
    title: Maybe[LocalizedLine] = Field(
        None, description="What is defined here.", examples=[{"en": "States and their governments"}]
    )
    actors: Many[Actor] = Field(
        (),
        description="Actors.",
        examples=[[{"id": "cn", "type": "country", "country": "CN", "name": {"en": "China"}}]],
    )
    instruments: Many[Instrument] = Field(
        (),
        description="Instruments.",
        examples=[
            [{"id": "world-ai-cooperation-organization", "type": "international_organisation", "name": {"en": "WAICO"}}]
        ],
    )
    occasions: Many[Occasion] = Field(
        (), description="Occasions.", examples=[[{"id": "waic", "name": {"en": "World AI Conference"}}]]
    )
    sources: Many[Source] = Field(
        (), description="Sources.", examples=[[{"id": "example-news", "type": "news", "access": "full_text"}]]
    )

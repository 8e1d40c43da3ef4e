"""What every record has."""

from __future__ import annotations

from typing import Literal, get_args

from pydantic import Field

from .base import Many, Maybe, Model, Open
from .revision import Revision
from .scalars import Id, Namespace, Text

_Version = Literal["0.2.1"]
SCHEMA_VERSION: str = get_args(_Version)[0]
"""The version of the schema that these models are."""


class Record(Model):
    """One file of the corpus."""

    schema_version: _Version = Field(
        description="The version of the schema by which this record is judged.", examples=[SCHEMA_VERSION]
    )
    kind: str
    id: Id = Field(description="The record's id; the file is named after it.", examples=["cn-waico-proposal-2025"])
    revisions: Many[Revision] = Field(
        (),
        description="Changes of the record, oldest first.",
        examples=[
            [{"date": "2026-11-24", "change": "created", "by": "communique curators", "reason": "First encoding."}]
        ],
    )
    note: Maybe[Text] = Field(
        None, description="What a reader of the record should know.", examples=["Encoded from one article."]
    )
    extensions: dict[Namespace, Open] = Field(
        {},
        description="Fields of other projects, each under a namespace of its own. Nothing here is checked.",
        examples=[{"example.org": {"priority": 1}}],
    )

"""What every record has."""

from pydantic import Field

from .base import Many, Maybe, Model, Open
from .revision import Revision
from .scalars import Id, Namespace, Text
from .schema_version import SCHEMA_VERSION, Version


class Record(Model):
    """One file of the corpus."""

    schema_version: Version = Field(
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

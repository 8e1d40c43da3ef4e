"""What is knowingly unknown."""

from pydantic import Field

from ..codelists import UnknownReason
from .base import Maybe, Model
from .scalars import FieldName, LanguageTag, Text


class Unknown(Model):
    """A value that is left out on purpose: somebody looked and it was not to be had."""

    field: FieldName = Field(
        description="The field of this object that has no value; in a measure also the name of an attribute.",
        examples=["members"],
    )
    language: Maybe[LanguageTag] = Field(
        None,
        description="The language in which it is missing, if the field has a text in each of several.",
        examples=["zh-Hans"],
    )
    reason: UnknownReason = Field(description="Why it has none.", examples=["not_yet_decided"])
    note: Maybe[Text] = Field(
        None, description="What was looked at, in the curator's words.", examples=["No charter found up to July 2026."]
    )

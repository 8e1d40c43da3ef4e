"""Codings: the same announcement, or an outcome, in another project's scheme."""

from typing import ClassVar

from pydantic import Field

from ..codelists import CodingScheme
from .base import Condition, Maybe, Model
from .scalars import Line, Text


class Coding(Model):
    """The code of an announcement or an outcome in another scheme, or why that scheme has no place for it."""

    conditions: ClassVar[tuple[Condition, ...]] = (
        Condition("out_of_scope", forbids=("code",), otherwise_requires=("code",)),
    )

    scheme: CodingScheme = Field(description="The scheme.", examples=["digital_policy_alert"])
    version: Maybe[Line] = Field(None, description="The version of the scheme.", examples=["2024"])
    code: Maybe[Line] = Field(None, description="The code in that scheme.", examples=["CONSULT"])
    out_of_scope: Maybe[Text] = Field(
        None,
        description="Why the scheme has no place for it.",
        examples=["The scheme records binding measures only."],
    )
    coder: Line = Field(description="Who or what assigned the code.", examples=["communique curators"])
    note: Maybe[Text] = Field(
        None, description="Anything that a reader of the code should know.", examples=["Coded from the summary."]
    )

"""Evidence: which source supports an assertion, and where in it. After the W3C Web Annotation selectors."""

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, ClassVar, NamedTuple

from pydantic import Field

from ..codelists import Confidence, Support
from .base import Condition, Maybe, Model
from .passage import Passage
from .reference import Refers
from .scalars import Id, Line, LocalId, Text


class Locator(Model):
    """Where in a source that has pages, sections or paragraphs."""

    min_fields = 1

    page: Maybe[Line] = Field(None, description="The page as it is numbered in the source.", examples=["12"])
    section: Maybe[Line] = Field(
        None, description="The section, article, chapter or heading.", examples=["Article 113(3)"]
    )
    paragraph: Maybe[Line] = Field(None, description="The paragraph, counted or numbered.", examples=["4"])


class Evidence(Model):
    """A source, or a passage of one, that supports an assertion. In a file, the id of a source stands for it alone."""

    usual = (("passage",), ("source", "support"))
    conditions: ClassVar[tuple[Condition, ...]] = (
        Condition("passage", forbids=("source",), otherwise_requires=("source",)),
    )

    source: Annotated[Maybe[Id], Refers("source")] = Field(
        None, description="The id of the source.", examples=["pukmedia-waico-proposal"]
    )
    passage: Maybe[LocalId] = Field(
        None,
        description="The name of the passage that says it, among the passages of this record.",
        examples=["opening"],
    )
    support: Maybe[Support] = Field(
        None, description="How it was found to support the assertion.", examples=["presumed"]
    )
    confidence: Maybe[Confidence] = Field(
        None, description="How sure the curator is that the source says so.", examples=["likely"]
    )
    locator: Maybe[Locator] = Field(
        None, description="The place by page, section or paragraph.", examples=[{"section": "Article 113(3)"}]
    )
    quote: Maybe[Text] = Field(
        None,
        description="The words themselves, only where the source's licence allows them to be republished.",
        examples=["shall apply from 2 August 2026"],
    )
    note: Maybe[Text] = Field(
        None,
        description="What a reader should know of this piece of evidence, such as what makes it weak.",
        examples=["A summary by a search engine; the page itself was not read."],
    )

    @cached_property
    def cited(self) -> Passage | None:
        """The passage, which the record fills in; None if it names none, or one that the record does not have."""
        return None

    @property
    def is_sure(self) -> bool:
        """Whether nothing is said of how sure it is, or that it is verified."""
        return self.confidence in (None, Confidence.VERIFIED)

    @property
    def source_id(self) -> str | None:
        """The id of the source, also of a passage; None if the record has no such passage."""
        return self.source or (self.cited.source if self.cited else None)


class Cited(NamedTuple):
    """The ids of the sources that surely support an assertion, and of those that perhaps do."""

    sure: tuple[str, ...]
    unsure: tuple[str, ...]


def cited(evidence: Iterable[Evidence]) -> Cited:
    """The sources that are counted for some pieces of evidence: none that is only presumed to say so."""
    surely: dict[str, bool] = {}
    for each in evidence:
        if each.support is not Support.PRESUMED and (id := each.source_id):
            surely[id] = surely.get(id, False) or each.is_sure
    return Cited(tuple(id for id, sure in surely.items() if sure), tuple(id for id, sure in surely.items() if not sure))


def sources_of(evidence: Iterable[Evidence]) -> list[str]:
    """The ids of the sources of some pieces of evidence, in their order."""
    return [id for each in evidence if (id := each.source_id)]

"""Sources: where we know it from."""

from typing import Annotated

from pydantic import Field

from ..codelists import (
    COPIES,
    ORIGINS,
    Confidence,
    CreditRole,
    SourceAccess,
    SourceOrigin,
    SourceType,
    TextNormalization,
    TitleBasis,
)
from .base import Condition, Integer, Many, Maybe, Model, Set
from .entity import Entity
from .provenance import Provenance
from .reference import Refers
from .scalars import Digest, EdtfDate, Id, LanguageTag, Line, Text, Url
from .shorthand import Shorthand


class SourceText(Model):
    """What identifies the text of a source without republishing it."""

    digest: Digest = Field(
        description="SHA-256 of the whole normalised text, by which a copy of it is recognised.",
        examples=["sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    )
    length: Integer = Field(ge=1, description="The length of the normalised text in code points.", examples=[3415])
    normalization: TextNormalization = Field(
        description="How the text was made uniform before it was counted.", examples=["nfc_single_space"]
    )


class Credit(Model):
    """Somebody whom the source credits for a part of it."""

    role: CreditRole = Field(description="What for.", examples=["photo"])
    name: Line = Field(description="Whom, as the source writes it.", examples=["Reuters"])


class Derivation(Model):
    """A source that another one copies, translates or retells."""

    source: Annotated[Id, Refers("source")] = Field(
        description="The id of the source that it derives from.", examples=["reuters-waico"]
    )
    confidence: Maybe[Confidence] = Field(
        None,
        description="How sure the curator is that it derives from it. What is less than verified never makes more "
        "independent sources.",
        examples=["uncertain"],
    )
    note: Maybe[Text] = Field(
        None, description="From what the curator concludes it.", examples=["The figures are the same, to the digit."]
    )

    @property
    def is_sure(self) -> bool:
        """Whether nothing is said of how sure it is, or that it is verified."""
        return self.confidence in (None, Confidence.VERIFIED)


class Source(Entity):
    """An article, a document, a page. Copies, translations and retellings name what they derive from."""

    conditions = (Condition("origin", ("own", "unknown"), forbids=("derived_from",)),)

    type: SourceType = Field(description="What kind of source it is.", examples=["news"])
    title: Maybe[Line] = Field(
        None, description="Its title, in its own language.", examples=["Premier opens AI conference"]
    )
    title_basis: Maybe[TitleBasis] = Field(
        None, description="Where the title comes from, if not from the source itself.", examples=["reconstructed"]
    )
    publisher: Maybe[Line] = Field(
        None, description="Who publishes it, as the source writes it.", examples=["Example Daily"]
    )
    authors: Set[Line] = Field((), description="Who wrote it, as the source writes it.", examples=[["Jane Doe"]])
    archived_url: Maybe[Url] = Field(
        None,
        description="A copy in a web archive.",
        examples=["https://web.archive.org/web/20250726140600/https://example.org/news/1"],
    )
    published: Maybe[EdtfDate] = Field(
        None, description="When it was published, with the time if it is given.", examples=["2025-07-26T14:06:00"]
    )
    published_as_stated: Maybe[Line] = Field(
        None, description="The source's own short wording of when.", examples=["26 July 2025, 2:06 pm"]
    )
    retrieved: Maybe[EdtfDate] = Field(None, description="When the curator read it.", examples=["2026-07-05"])
    language: Maybe[LanguageTag] = Field(None, description="The language it is in.", examples=["en"])
    credits: Many[Credit] = Field(
        (),
        description="Whom it credits: photographer, agency, translator.",
        examples=[[{"role": "photo", "name": "AP"}]],
    )
    access: SourceAccess = Field(description="How much of it the curator has read.", examples=["full_text"])
    derived_from: Many[Annotated[Derivation, Shorthand("source")]] = Field(
        (),
        description="The sources that it copies, translates or retells, as far as they are known.",
        examples=[["reuters-waico"]],
    )
    origin: Maybe[SourceOrigin] = Field(
        None,
        description="Whether it says what it says of its own. Left out, it follows from `derived_from`, or else from "
        "the type. Only a derived source has `derived_from`.",
        examples=["own"],
    )
    text: Maybe[SourceText] = Field(
        None,
        description="What identifies its text.",
        examples=[
            {
                "digest": "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "length": 3415,
                "normalization": "nfc_single_space",
            }
        ],
    )

    @property
    def provenance(self) -> Provenance:
        """Where it is from, as far as the record says it or its type does."""
        origin = SourceOrigin.DERIVED if self.is_copy else self.origin or ORIGINS[self.type]
        if not self.derived_from:  # as most are
            return Provenance(origin, self.publisher)
        sure = tuple(each.source for each in self.derived_from if each.is_sure)
        unsure = tuple(each.source for each in self.derived_from if not each.is_sure)
        return Provenance(origin, self.publisher, sure, unsure)

    @property
    def is_derived(self) -> bool:
        """Whether it is derived from a source, known or not, at least perhaps."""
        return bool(self.derived_from) or self.provenance.origin == SourceOrigin.DERIVED

    @property
    def is_copy(self) -> bool:
        """Whether it has what it says from another source, by its type or because it credits a translator."""
        return self.type in COPIES or CreditRole.TRANSLATION in [each.role for each in self.credits]

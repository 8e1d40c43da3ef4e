"""What actors, instruments, occasions and sources share."""

from typing import Annotated

from pydantic import Field

from ..codelists import IdentifierScheme, NameType
from .assertion import Assertion
from .base import Many, Maybe, Model, Set
from .evidence import Evidence
from .scalars import CountryCode, Id, LanguageTag, Line, LocalizedLine, LocalizedText, SubdivisionCode, Text, Url
from .shorthand import Shorthand
from .unknown import Unknown


class Identifier(Model):
    """The entity's identifier in a public register."""

    scheme: IdentifierScheme = Field(description="The register.", examples=["wikidata"])
    value: Line = Field(description="The identifier, as the register writes it.", examples=["Q148"])


class OtherName(Assertion):
    """Another name by which the entity is called, and who calls it so."""

    usual = (("language", "type", "evidence"),)
    identity = ("language", "name")

    name: Line = Field(description="The name.", examples=["WAICO"])
    language: Maybe[LanguageTag] = Field(None, description="The language that the name is in.", examples=["en"])
    type: Maybe[NameType] = Field(None, description="What kind of name it is.", examples=["abbreviation"])


class Place(Model):
    """Where something is or was."""

    min_fields = 1

    venue: Maybe[Line] = Field(None, description="The building or ground.", examples=["Shanghai World Expo Center"])
    city: Maybe[Line] = Field(None, description="The town, by its English name.", examples=["Shanghai"])
    country: Maybe[CountryCode] = Field(None, description="The country, by ISO 3166-1.", examples=["CN"])
    subdivision: Maybe[SubdivisionCode] = Field(
        None, description="The state, province or region, by ISO 3166-2.", examples=["CN-SH"]
    )


class Entity(Model):
    """A thing that many announcements may refer to; defined once in the corpus."""

    id: Id = Field(description="The id by which others refer to it.", examples=["cn-mfa"])
    former_ids: Set[Id] = Field(
        (),
        description="Ids that were merged into this one. They are never given to anything else.",
        examples=[["china-mfa"]],
    )
    description: Maybe[LocalizedText] = Field(
        None,
        description="What it is, in a sentence or two of our own.",
        examples=[{"en": "The ministry that conducts China's foreign relations."}],
    )
    url: Maybe[Url] = Field(None, description="Its own page.", examples=["https://example.org/about"])
    identifiers: Many[Identifier] = Field(
        (),
        description="Its identifiers in public registers; only those that were checked.",
        examples=[[{"scheme": "wikidata", "value": "Q148"}]],
    )
    evidence: Many[Annotated[Evidence, Shorthand("source")]] = Field(
        (), description="The sources of this definition.", examples=[["pandaily-waico"]]
    )
    unknown: Many[Unknown] = Field(
        (),
        description="What is knowingly left out of this definition.",
        examples=[[{"field": "url", "reason": "not_stated"}]],
    )
    note: Maybe[Text] = Field(
        None, description="What a reader of this definition should know.", examples=["Renamed in February 2025."]
    )


class NamedEntity(Entity):
    """An entity with a name in one or more languages."""

    name: LocalizedLine = Field(
        description="The name to show, by language.", examples=[{"en": "Ministry of Foreign Affairs of China"}]
    )
    other_names: Many[OtherName] = Field(
        (),
        description="Other names: abbreviations, former names, translations.",
        examples=[[{"name": "WAICO", "language": "en", "type": "abbreviation"}]],
    )

"""The dataset record: what the corpus as a whole is."""

from typing import Literal

from pydantic import Field

from .base import Many, Maybe, Model, Some, SomeSet
from .entity import Identifier
from .record import Record
from .scalars import EdtfDate, LanguageTag, Line, LocalizedLine, LocalizedText, SemVer, Text, Url


class Creator(Model):
    """Who made the dataset."""

    name: Line = Field(description="The name of the person or body.", examples=["communique curators"])
    url: Maybe[Url] = Field(None, description="Their page.", examples=["https://example.org/about"])
    identifiers: Many[Identifier] = Field(
        (),
        description="Their identifiers in public registers.",
        examples=[[{"scheme": "orcid", "value": "0000-0002-1825-0097"}]],
    )


class Coverage(Model):
    """What the dataset covers, and up to when."""

    as_of: EdtfDate = Field(
        description="The day up to which sources were looked at; later events are not in it.", examples=["2026-11-24"]
    )
    start: Maybe[EdtfDate] = Field(
        None, description="The day from which announcements are covered.", examples=["2023-10-18"]
    )
    end: Maybe[EdtfDate] = Field(
        None, description="The day up to which announcements are covered.", examples=["2026-07-07"]
    )
    note: Maybe[Text] = Field(None, description="How announcements were chosen.", examples=["A sample, not a census."])


class Dataset(Record):
    """The corpus as a publication: title, licence, creators, version. At most one in a corpus."""

    kind: Literal["dataset"] = Field(description="The kind of record.", examples=["dataset"])
    title: LocalizedLine = Field(description="Its title.", examples=[{"en": "AI-governance announcements"}])
    description: Maybe[LocalizedText] = Field(
        None, description="What is in it, in a few sentences.", examples=[{"en": "Announcements as validated records."}]
    )
    licence: Line = Field(description="The licence of the records, by its SPDX identifier.", examples=["CC-BY-4.0"])
    creators: Some[Creator] = Field(description="Who made it.", examples=[[{"name": "communique curators"}]])
    version: SemVer = Field(description="The version of the data, by Semantic Versioning.", examples=["0.1.0"])
    coverage: Coverage = Field(description="What it covers, and up to when.", examples=[{"as_of": "2026-11-24"}])
    languages: SomeSet[LanguageTag] = Field(
        description="The languages of its titles, summaries and statements.", examples=[["en"]]
    )
    url: Maybe[Url] = Field(None, description="Where it is published.", examples=["https://example.org/data"])

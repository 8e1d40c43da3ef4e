"""Evidence: which source supports an assertion, and where in it. After the W3C Web Annotation selectors."""

from typing import Annotated

from pydantic import Field

from .base import Integer, Maybe, Model
from .reference import Refers
from .scalars import Digest, Id, Line, Text


class Passage(Model):
    """A stretch of the source's normalised text: a whole clause or sentence, so that its digest proves something."""

    start: Integer = Field(
        ge=0,
        description="Where the passage begins: the number of code points of the normalised text before it.",
        examples=[412],
    )
    end: Integer = Field(
        ge=1,
        description="Where the passage ends: the number of code points of the normalised text up to its last one, "
        "counted from the beginning of the text.",
        examples=[498],
    )
    digest: Digest = Field(
        description="SHA-256 of the passage, by which anyone who holds the text can check it.",
        examples=["sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    )


class Locator(Model):
    """Where in a source that has pages, sections or paragraphs."""

    min_fields = 1

    page: Maybe[Line] = Field(None, description="The page as it is numbered in the source.", examples=["12"])
    section: Maybe[Line] = Field(
        None, description="The section, article, chapter or heading.", examples=["Article 113(3)"]
    )
    paragraph: Maybe[Line] = Field(None, description="The paragraph, counted or numbered.", examples=["4"])


class Evidence(Model):
    """One source that supports an assertion, and the place in it."""

    source: Annotated[Id, Refers("source")] = Field(description="The id of the source.", examples=["pukmedia-waico"])
    passage: Maybe[Passage] = Field(
        None,
        description="The stretch of text that says it; checkable by whoever holds the text.",
        examples=[
            {
                "start": 412,
                "end": 498,
                "digest": "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            }
        ],
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
        description="What a reader should know of this piece of evidence, such as how sure it is that it is in there.",
        examples=["The source is named for the list as a whole."],
    )

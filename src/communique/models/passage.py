"""A passage: a stretch of the text of a source, which a record names once and its evidence points to."""

from functools import cached_property
from hashlib import sha256
from typing import Annotated

from pydantic import Field

from .base import Integer, Model
from .reference import Refers
from .scalars import Digest, Id, LocalId, is_id


def passage_id(source: str, start: int, end: int) -> str:
    """An id for a passage that needs no name of its own, made from its source and its range.

    >>> passage_id("wam-waico", 412, 498)
    'wam-waico-412-498'
    """
    name = f"{source}-{start}-{end}"
    return name if is_id(name) else f"p-{sha256(name.encode()).hexdigest()[:16]}"


class Passage(Model):
    """A stretch of the source's normalised text: a whole clause or sentence, so that its digest proves something."""

    id: LocalId = Field(
        description="A name for the passage within its record, to which evidence points.", examples=["opening"]
    )
    source: Annotated[Id, Refers("source")] = Field(
        description="The id of the source.", examples=["pukmedia-waico-proposal"]
    )
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

    @cached_property
    def key(self) -> str:
        """Its id after that of its record, which fills this in: a key among all passages of a corpus."""
        return self.id

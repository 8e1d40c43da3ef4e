"""The aspects that several rules look at. An aspect that only one rule needs is in the module of the rule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from ..corpus.definitions import Definition, definitions
from ..text.pointer import Pointer
from .aspect import Aspect

if TYPE_CHECKING:
    from .context import Context
    from .subject import Subject


class Defined(NamedTuple):
    """A definition of the id that is the key, or of a former id: then ``merged_into`` is the present one."""

    kind: str
    pointer: Pointer
    merged_into: str


class Referred(NamedTuple):
    """A reference to the id that is the key: where it is, and the kinds of things that it may refer to."""

    pointer: Pointer
    kinds: tuple[str, ...]


class Used(NamedTuple):
    """The id that is the key is referred to in the record, which does not define it."""

    kinds: tuple[str, ...]


class Possible(NamedTuple):
    """The id that is the key may be defined in the file, which is not loaded."""


class SourceFacts(NamedTuple):
    """A source, whose id is the key: the days on which it was published and read, its text, and its original."""

    id: str
    published: str | None
    retrieved: str | None
    derived_from: str | None
    digest: str | None
    length: int | None
    normalization: str | None


class Kind(NamedTuple):
    """The kind of the record, which is the key."""


def defined(data: object) -> Iterator[tuple[str, Defined]]:
    """Every id that a record defines, read from its plain data: errors in the rest do not matter."""
    for each in definitions("", data):
        yield each.id, Defined(each.kind, each.pointer, each.merged_into)


def _referred(subject: Subject) -> Iterator[tuple[str, Referred]]:
    for each in subject.references:
        yield each.id, Referred(each.pointer, each.kinds)


def _used(subject: Subject) -> Iterator[tuple[str, Used]]:
    own = {id for id, _ in defined(subject.data)}
    wanted = {(each.id, each.kinds): None for each in subject.references if each.id not in own}
    yield from ((id, Used(kinds)) for id, kinds in wanted)


def _sources(subject: Subject) -> Iterator[tuple[str, SourceFacts]]:
    for source in getattr(subject.record, "sources", ()):
        text = source.text
        yield (
            source.id,
            SourceFacts(
                source.id,
                plain(source.published),
                plain(source.retrieved),
                source.derived_from,
                text and text.digest,
                text and text.length,
                text and plain(text.normalization),
            ),
        )


def plain(text: str | None) -> str | None:
    """A code or a date as the bare text that it is."""
    return None if text is None else str.__str__(text)


DEFINED: Aspect[Defined] = Aspect("defined", Defined, lambda subject: defined(subject.data))
"""Every definition and every former id, by id."""
REFERRED: Aspect[Referred] = Aspect("referred", Referred, _referred, shared=False)
"""Every reference, by the id that it refers to."""
USED: Aspect[Used] = Aspect("used", Used, _used)
"""The ids of other files that the record refers to."""
POSSIBLE_ID: Aspect[Possible] = Aspect("possible", Possible, lambda _: ())
"""What may be an id, in files that are not loaded."""
SOURCES: Aspect[SourceFacts] = Aspect("source", SourceFacts, _sources, definitions=True)
"""Every source, by its id."""
KIND: Aspect[Kind] = Aspect("kind", Kind, lambda subject: [(subject.record.kind, Kind())])
"""The kind of every record."""

BASIC = (DEFINED, POSSIBLE_ID, KIND)
"""What is known of every file, whichever rules there are."""


def claims(context: Context, id: str) -> list[Definition]:
    """Every definition of the id, and every claim that it is a former id."""
    found = context.at(DEFINED, id)
    return [Definition(id, each.kind, own.path, each.pointer, each.merged_into) for own, each in found]


def definitions_of(context: Context, id: str) -> list[Definition]:
    """Every definition of the id."""
    return [each for each in claims(context, id) if not each.merged_into]


def successors(context: Context, id: str, kinds: Iterable[str]) -> list[str]:
    """The ids of these kinds into which this one was merged; empty if the id is still defined."""
    found = claims(context, id)
    if any(not each.merged_into for each in found):
        return []
    return [each.merged_into for each in found if each.kind in kinds]

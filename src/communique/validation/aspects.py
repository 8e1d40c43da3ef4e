"""The aspects that several rules look at. An aspect that only one rule needs is in the module of the rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from .. import models
from ..corpus.definitions import Definition, definitions
from ..text.pointer import Pointer
from .aspect import Aspect

if TYPE_CHECKING:
    from .context import Context
    from .subject import Subject
    from .summary import Summary


class Defined(NamedTuple):
    """A definition of the id that is the key, or of a former id: then ``merged_into`` is the present one."""

    kind: str
    pointer: Pointer
    merged_into: str


class Referred(NamedTuple):
    """References to the id that is the key: the kinds of things that they may refer to, and where they are."""

    kinds: tuple[str, ...]
    pointers: tuple[Pointer, ...]


class Used(NamedTuple):
    """The id that is the key is referred to, as one of these kinds of things."""

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


class Announced(NamedTuple):
    """An announcement, whose id is the key: its status, the record that replaced it, and its day."""

    status: str
    is_retired: bool
    replaced_by: str | None
    day: str | None


class Related(NamedTuple):
    """A relation of an announcement to the id that is the key; ``of_instrument`` if it has a subject of its own."""

    type: str
    of_instrument: bool
    holds: bool
    is_deprecated: bool
    modality: str | None
    interval: str | None


def defined(data: object) -> Iterator[tuple[str, Defined]]:
    """Every id that a record defines, read from its plain data: errors in the rest do not matter."""
    for each in definitions("", data):
        yield each.id, Defined(each.kind, each.pointer, each.merged_into)


def _outward(subject: Subject) -> dict[tuple[str, tuple[str, ...]], list[Pointer]]:
    """Where the record refers to what it does not define itself, by id and kinds."""
    own = {(id, each.kind) for id, each in defined(subject.data) if not each.merged_into}
    found: dict[tuple[str, tuple[str, ...]], list[Pointer]] = {}
    for pointer, id, kinds in subject.references:
        if (known := found.get((id, kinds))) is not None:
            known.append(pointer)
        elif not any((id, kind) in own for kind in kinds):
            found[id, kinds] = [pointer]
    return found


def _referred(subject: Subject) -> Iterator[tuple[str, Referred]]:
    for (id, kinds), pointers in _outward(subject).items():
        yield id, Referred(kinds, tuple(pointers))


def _used(subject: Subject) -> Iterator[tuple[str, Used]]:
    for id, kinds in _outward(subject):
        yield id, Used(kinds)


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


def _announced(subject: Subject) -> Iterator[tuple[str, Announced]]:
    record = subject.record
    if isinstance(record, models.Announcement):
        from ..corpus.history import announcement_day

        day = plain(announcement_day(record))
        yield record.id, Announced(str.__str__(record.status), record.is_retired, record.replaced_by, day)


def _related(subject: Subject) -> Iterator[tuple[str, Related]]:
    for each in getattr(subject.record, "relations", ()):
        type, modality = str.__str__(each.type), plain(each.modality)
        yield each.target, Related(type, bool(each.subject), each.holds, each.is_deprecated, modality, each.interval)


def plain(text: str | None) -> str | None:
    """A code or a date as the bare text that it is."""
    return None if text is None else str.__str__(text)


DEFINED: Aspect[Defined] = Aspect("defined", Defined, lambda subject: defined(subject.data))
"""Every definition and every former id, by id."""
REFERRED: Aspect[Referred] = Aspect("referred", Referred, _referred, shared=False)
"""Every reference to something that the record does not define itself, by the id that it refers to."""
USED: Aspect[Used] = Aspect("used", Used, _used)
"""The ids of all these references."""
POSSIBLE_ID: Aspect[Possible] = Aspect("possible", Possible, lambda _: ())
"""What may be an id, in files that are not loaded."""
SOURCES: Aspect[SourceFacts] = Aspect("source", SourceFacts, _sources, definitions=True)
"""Every source, by its id."""
KIND: Aspect[Kind] = Aspect("kind", Kind, lambda subject: [(subject.record.kind, Kind())])
"""The kind of every record."""
ANNOUNCED: Aspect[Announced] = Aspect("announcement", Announced, _announced)
"""Every announcement, by its id."""
RELATED: Aspect[Related] = Aspect("related", Related, _related)
"""Every relation of an announcement, by the id that it leads to, in the order of the record."""

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


def announcement(context: Context, id: str) -> tuple[Summary, Announced] | None:
    """The announcement with this id, the last if there are several, and the summary of its record."""
    return next(reversed([*context.at(ANNOUNCED, id)]), None)


class Targets:
    """What references may lead to. Each id is looked up once, however many records refer to it."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[str, tuple[str, ...]], bool] = {}

    def has(self, id: str, kinds: tuple[str, ...]) -> bool:
        """Whether the id is defined as a thing of one of these kinds."""
        found = self._known.get((id, kinds))
        if found is None:
            definitions = definitions_of(self._context, id)
            found = self._known[id, kinds] = any(each.kind in kinds for each in definitions)
        return found


class Repeats:
    """The ids of a record that are defined again, or listed as former ids, elsewhere in the corpus."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._found: tuple[Summary | None, list[str]] = None, []

    def of(self, own: Summary) -> list[str]:
        """The ids of this record; several rules ask for those of one record after another."""
        if self._found[0] is not own:
            self._found = own, self._repeated(own)
        return self._found[1]

    def _repeated(self, own: Summary) -> list[str]:
        counts = Counter(id for id, _ in own.of(DEFINED))
        with_key = self._context.with_key
        return [
            id for id, count in counts.items() if count > 1 or any(each is not own for each in with_key(DEFINED, id))
        ]

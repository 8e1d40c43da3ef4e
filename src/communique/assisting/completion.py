"""What may be written at a place of a record: ids of the right kind, codes, names of fields."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from ..cards import SEPARATOR
from ..files.paths import from_here, place
from ..models import main_text
from ..reading import is_json
from .fields import COMMITMENT, PASSAGE, Field, field_at, fields_in, record_kind
from .mentions import mentions
from .open_files import OpenFiles
from .scalars import Typed, typed_at
from .surroundings import Known, Resting, Surroundings

_MOST = 500


class Sort(Enum):
    """What a word is."""

    ID = "id"
    CODE = "code"
    FIELD = "field"


class Offer(NamedTuple):
    """A word that may be written; ``detail`` is one line, ``written`` what replaces the word that is being typed."""

    word: str
    sort: Sort
    detail: str
    meaning: str
    written: str


class Offers(NamedTuple):
    """What may be written instead of the stretch of a text, which is in code points; if it is too much, not all."""

    start: int
    end: int
    words: tuple[Offer, ...]
    are_all: bool = True


def offers(files: OpenFiles, path: Path, index: int) -> Offers | None:
    """What may be written at this place of an open file; None if nothing is known of it."""
    text = files.text(path)
    kind, is_in_json = record_kind(text), is_json(str(path), text)
    for typed in typed_at(text, index):
        words = _keys(typed, kind) if typed.is_key else _values(files, path, typed, kind)
        if found := list({each.word: each for each in words}.values()):
            colon = "" if not typed.is_key or typed.quote or ":" in text[typed.end : typed.end + 2] else ":"
            quote = '"' if is_in_json and not typed.quote else ""
            fitting = _limited(found, text[typed.start : index].lower())
            written = tuple(each._replace(written=f"{quote}{each.written}{quote}{colon}") for each in fitting)
            return Offers(typed.start, typed.end, written, are_all=len(found) <= _MOST)
    return None


def _limited(words: list[Offer], begun: str) -> list[Offer]:
    """The first of the words that contain what has been typed, if they are too many for an editor."""
    if len(words) <= _MOST:
        return words
    return [*islice((each for each in words if begun in each.word or begun in each.meaning.lower()), _MOST)]


def _keys(typed: Typed, kind: str) -> Iterator[Offer]:
    return (_field(each) for each in fields_in(kind, typed.pointer))


def _field(field: Field) -> Offer:
    return Offer(field.name, Sort.FIELD, "", field.meaning, field.name)


def _values(files: OpenFiles, path: Path, typed: Typed, kind: str) -> Iterator[Offer]:
    field = field_at(kind, typed.pointer)
    if field is None:
        return
    if PASSAGE in field.kinds:
        own = (each for each in mentions(files.text(path)) if each.is_definition and PASSAGE in each.kinds)
        yield from (Offer(each.id, Sort.ID, PASSAGE, "", each.id) for each in own)
    elif COMMITMENT in field.kinds:
        yield from _commitments(files, path)
    elif field.kinds:
        yield from _ids(files, path, field.kinds)
    for code in field.codelist or ():
        yield Offer(code, Sort.CODE, code.label, code.definition, code)
    if isinstance(typed.pointer[-1], int):  # a word in a list of objects may become the first key of one
        for model in field.objects:
            yield from (_field(Field(model, name))._replace(written=f"{name}:") for name in model.model_fields)


def _commitments(files: OpenFiles, path: Path) -> Iterator[Offer]:
    """The commitments of the file itself, and of all announcements."""
    for each in mentions(files.text(path)):
        if each.is_definition and COMMITMENT in each.kinds:
            yield Offer(each.id, Sort.ID, COMMITMENT, "", each.id)
    for record in files.around(path).corpus.announcements.values():
        for commitment in record.commitments:
            id = f"{record.id}{SEPARATOR}{commitment.id}"
            yield Offer(id, Sort.ID, COMMITMENT, main_text(commitment.text), id)


def _ids(files: OpenFiles, path: Path, kinds: tuple[str, ...]) -> Iterator[Offer]:
    """The ids of these kinds: first those that the file itself defines."""
    around, here = files.around(path), from_here(path)
    for name in sorted(around.open, key=lambda name: name != here):
        yield from (offer for kind, offer in _in_open_file(files, around, name) if kind in kinds)
    for kind in kinds:
        yield from _at_rest(around.resting)[kind]


def _in_open_file(files: OpenFiles, around: Surroundings, name: str) -> Iterator[tuple[str, Offer]]:
    """The ids that an open file defines, each with its kind; of one with errors those that can be found in it."""
    if around.is_loaded(name):
        yield from ((each.kind, _id(each)) for each in around.known_in(name))
    else:
        for each in mentions(files.text(place(Path(name)))):
            if each.is_definition:
                yield each.kinds[0], _id(Known(each.id, each.kinds[0], ""))


@lru_cache(maxsize=4)
def _at_rest(resting: Resting) -> Mapping[str, Sequence[Offer]]:
    """The ids that files define which are not open, by kind; made once, because they may be very many."""
    return defaultdict(tuple, {kind: tuple(map(_id, known)) for kind, known in resting.known.items()})


def _id(known: Known) -> Offer:
    return Offer(known.id, Sort.ID, known.kind, known.name, known.id)

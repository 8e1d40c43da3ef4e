"""What may be written at a place of a record: ids of the right kind, codes, names of fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from ..cards import SEPARATOR
from ..corpus.search.searchable import titled
from ..files.paths import from_here, place
from ..models import main_text
from ..reading import is_json
from ..validation.aspects import DEFINED
from .fields import COMMITMENT, PASSAGE, Field, field_at, fields_in, record_kind
from .mentions import mentions
from .open_files import OpenFiles, Surroundings
from .scalars import Typed, typed_at

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
    found = (_offers(files, path, typed, text) for typed in typed_at(text, index))
    best = next((each for each in found if each.words), None)
    return _limited(best, text[best.start : index].lower()) if best else None


def _offers(files: OpenFiles, path: Path, typed: Typed, text: str) -> Offers:
    kind, quotes = record_kind(text), is_json(str(path), text) and not typed.quote
    words = _keys(typed, kind) if typed.is_key else _values(files, path, typed, kind)
    found = {each.word: each._replace(written=f'"{each.word}"') if quotes else each for each in words}
    colon = "" if not typed.is_key or ":" in text[typed.end : typed.end + 2] else ":"
    written = (each._replace(written=each.written + colon) if not typed.quote else each for each in found.values())
    return Offers(typed.start, typed.end, tuple(written))


def _limited(offers: Offers, begun: str) -> Offers:
    """The first of the words that contain what has been typed, if they are too many for an editor."""
    if len(offers.words) <= _MOST:
        return offers
    fitting = [each for each in offers.words if begun in each.word or begun in each.meaning.lower()]
    return offers._replace(words=tuple(fitting[:_MOST]), are_all=False)


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
    around = files.around(path)
    here = from_here(path)
    own = _defined_in(files, here, around)
    names = _names(around, kinds)
    others = (pair for name in around.examined if name != here for pair in _defined_in(files, name, around))
    for id, kind in (*own, *sorted(others)):
        if kind in kinds:
            name = names.get(id, "")
            yield Offer(id, Sort.ID, kind, name, id)


def _defined_in(files: OpenFiles, name: str, around: Surroundings) -> list[tuple[str, str]]:
    """The ids that a file defines, each with its kind; of an open file with errors those that can be found in it."""
    examined = around.examined.get(name)
    summary = examined.summary if examined else None
    if not (summary and summary.is_loaded) and (path := place(Path(name))) in files:
        return [(each.id, each.kinds[0]) for each in mentions(files.text(path)) if each.is_definition]
    return [(id, each.kind) for id, each in summary.of(DEFINED) if not each.merged_into] if summary else []


def _names(around: Surroundings, kinds: tuple[str, ...]) -> Mapping[str, str]:
    """What things of these kinds are called, by their ids."""
    things = around.corpus.referable
    return {id: titled(thing) for kind in kinds for id, thing in things[kind].items()}

"""Facts in notes that a record has already: they are not added again, but what more the notes say of them is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from pydantic import ValidationError

from ..authoring.worded_evidence import FIELD as WORDS
from ..exporting.tables.field_layout import fields
from ..importing.cells import CellError
from ..models import Model
from ..models.assertion import ASSERTION_FIELDS, Assertion, content
from ..models.unknown import Unknown
from ..text.json_text import canonical
from ..text.pointer import Pointer
from ..text.source_text import digest, normalise

Data = Mapping[str, Any]

_WITH_DEFAULT = ("rank",)
"""What a fact says also if it is left out, so that another value is no addition."""


class Added(NamedTuple):
    """A field that a fact gets, or items for one of its lists: the pointer in the fact, and the fields around it."""

    pointer: Pointer
    value: Any
    order: Sequence[str]


class Known(NamedTuple):
    """The place of a fact in its list of the record, and what the notes add to it."""

    place: int
    added: Sequence[Added] = ()


class KnownFacts:
    """Finds facts in lists of a record. ``passages`` are its passages by their names."""

    def __init__(self, passages: Mapping[str, Data]) -> None:
        self._passages = passages

    def find(self, data: Data, there: Sequence[Data], model: type[Model]) -> Known | None:
        """Where a list of the record has the fact; None if it does not, also if it has one that competes with it.

        Raises:
            CellError: it has the fact, but with another note, id or the like, of which there can be only one.
        """
        if data in there:
            return Known(there.index(data))
        if issubclass(model, Unknown):
            _refuse_other_reason(data, there)
        if not issubclass(model, Assertion):
            return None
        wanted = _content(data, model)
        for place, each in enumerate(there):
            if _content(each, model) != wanted or _are_two(data, each):
                continue
            if competing := [*_competing(data, each, model)]:
                message = f"item {place + 1} of the record says the same, with another {' and '.join(competing)}"
                raise CellError(message, "change it there")
            return Known(place, [*self._added(data, each, model)])
        return None

    def _added(self, data: Data, there: Data, model: type[Assertion]) -> Iterator[Added]:
        """What the data says of a fact that the record has, and the record does not say."""
        order, apart = model.field_order(), _lists_apart(model)
        for name, value in _said_of(data, model):
            if name == "evidence":
                value = [*self._new(value, there.get(name, ()))]
            elif name in apart:
                found = [self.find(each, there.get(name, ()), apart[name]) for each in value]
                for known in filter(None, found):
                    yield from (each._replace(pointer=(name, known.place, *each.pointer)) for each in known.added)
                value = [each for each, known in zip(value, found, strict=True) if not known]
            elif isinstance(value, list):
                value = [each for each in value if each not in there.get(name, ())]
            elif name in there:
                continue
            if value != []:
                yield Added((name,), value, order)

    def _new(self, given: Sequence[Any], there: Sequence[Any]) -> Iterator[Any]:
        known = [self._whole(each) for each in there]
        for each in given:
            wanted = self._whole(each)
            same = [known_one for known_one in known if known_one.get("source") == wanted["source"]]
            if any(_includes(one, wanted) for one in same):
                continue
            if same and WORDS not in wanted:
                message = f"the record cites {wanted['source']} for the same in another way"
                raise CellError(message, "change it there, or leave this source out")
            yield each

    def _whole(self, evidence: Any) -> Data:
        """Evidence as an object with its source, which is written as the id of the source if it says no more."""
        if not isinstance(evidence, dict):
            return {"source": evidence}
        passage = self._passages.get(str(evidence.get("passage")), {})
        return {**{name: passage[name] for name in ("source", "digest") if name in passage}, **evidence}


def _includes(one: Data, wanted: Data) -> bool:
    """Whether a piece of evidence says all that another one does; words are those of the passage with their digest."""
    rest = {name: value for name, value in wanted.items() if one.get(name) != value}
    words = rest.pop(WORDS, None)
    return not rest and (words is None or one.get("digest") == digest(normalise(words)))


def _competing(data: Data, there: Data, model: type[Assertion]) -> Iterator[str]:
    """The fields, of those with a single value, in which the data differs from the fact that the record has."""
    for name, value in _said_of(data, model):
        is_said = name in there or name in _WITH_DEFAULT
        if is_said and not isinstance(value, list) and value != there.get(name):
            yield name


def _said_of(data: Data, model: type[Assertion]) -> list[tuple[str, Any]]:
    """The fields that do not belong to what the data says, such as its evidence, with their values."""
    content = _content_names(model)
    return [(name, value) for name, value in data.items() if name not in content]


def _content(data: Data, model: type[Assertion]) -> str:
    """What the data says, without who supports it: the same if only the order or the writing of values differs."""
    said = {name: data[name] for name in _content_names(model) if name in data}
    try:
        return content(model.model_validate(said))
    except ValidationError:
        return canonical(said)


def _content_names(model: type[Assertion]) -> set[str]:
    return {each.name for each in fields(model)} - ASSERTION_FIELDS - _lists_apart(model).keys()


def _lists_apart(model: type[Model]) -> dict[str, type[Model]]:
    """The lists of what stands for itself, such as the attributes of a measure, and what is in each."""
    typed = ((each.name, each.type) for each in fields(model))
    return {name: kind for name, kind in typed if isinstance(kind, type) and issubclass(kind, Assertion | Unknown)}


def _are_two(one: Data, other: Data) -> bool:
    return "id" in one and "id" in other and one["id"] != other["id"]


def _refuse_other_reason(data: Data, there: Sequence[Data]) -> None:
    for each in there:
        if each.get("field") == data.get("field"):
            raise CellError(f"the record has another reason for {data.get('field')} to be unknown", "change it there")

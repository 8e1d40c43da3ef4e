"""What the fields of a record may hold, by the keys that lead to them: ids of some kinds, codes, or objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ..codelists import Codelist
from ..lazy import lazy_pattern
from ..models import RECORD_KINDS, Evidence, Model, Outcome
from ..models.reference import reference_fields
from ..models.shorthand import shorthands
from ..models.tree import code_fields, object_fields
from ..schemas import described
from ..text.pointer import Pointer

PASSAGE = "passage"
"""What evidence names besides things: a passage of its own record."""
COMMITMENT = "commitment"
"""What an outcome names: ANNOUNCEMENT#COMMITMENT."""
_LOCAL: Mapping[tuple[type[Model], str], str] = {(Evidence, PASSAGE): PASSAGE, (Outcome, COMMITMENT): COMMITMENT}
"""Fields that name a part of a record, and what it is."""
_KIND = lazy_pattern(r"""(?:^|[{,])[ \t]*["']?kind["']?[ \t]*:[ \t]*["']?(\w+)""", 8)  # re.MULTILINE


class Field(NamedTuple):
    """A field of the objects of a model."""

    owner: type[Model]
    name: str

    @property
    def meaning(self) -> str:
        """What the field means, as the schema says."""
        return described.fields(self.owner.__name__)[self.name].meaning

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of things whose ids it may hold; or that of a part of a record, a passage or a commitment."""
        if part := _LOCAL.get((self.owner, self.name)):
            return (part,)
        return next(filter(None, (reference_fields(each.owner).get(each.name) for each in self._plain())), ())

    @property
    def codelist(self) -> type[Codelist] | None:
        """The codelist of which it has codes."""
        return next(filter(None, (code_fields(each.owner).get(each.name) for each in self._plain())), None)

    @property
    def objects(self) -> tuple[type[Model], ...]:
        """The models of the objects that it holds."""
        return object_fields(self.owner).get(self.name, ())

    def _plain(self) -> Iterator[Field]:
        """The field itself, and the one for which a text in it stands."""
        yield self
        if mark := shorthands(self.owner).get(self.name):
            yield from (Field(each, mark.field) for each in self.objects if mark.field in each.model_fields)


def field_at(kind: str, pointer: Pointer) -> Field | None:
    """The field at the pointer, or in whose list the pointer leads; None if the model has no such field."""
    return _field(kind, tuple(each for each in pointer if isinstance(each, str)))


def record_kind(text: str) -> str:
    """The kind of record that the text is; an announcement if it does not say so."""
    named = (match[1] for match in _KIND.finditer(text))
    return next((each for each in named if each in RECORD_KINDS), "announcement")


def fields_in(kind: str, pointer: Pointer) -> list[Field]:
    """The fields of the object in which a key stands that is at the pointer."""
    outer = tuple(each for each in pointer if isinstance(each, str))[:-1]
    return [Field(model, name) for model in _models(kind, outer) for name in model.model_fields]


@lru_cache(maxsize=4096)
def _field(kind: str, keys: tuple[str, ...]) -> Field | None:
    if not keys:
        return None
    owners = (each for each in _models(kind, keys[:-1]) if keys[-1] in each.model_fields)
    return next((Field(each, keys[-1]) for each in owners), None)


def _models(kind: str, keys: tuple[str, ...]) -> tuple[type[Model], ...]:
    """The models of the object to which these keys lead."""
    found: tuple[type[Model], ...] = (RECORD_KINDS[kind],)
    for key in keys:
        found = tuple(inner for each in found for inner in object_fields(each).get(key, ()))
    return found

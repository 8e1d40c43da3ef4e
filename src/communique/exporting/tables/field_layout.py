"""The layout of each field of a model in a table, derived from its type."""

from __future__ import annotations

from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from typing_extensions import TypeAliasType

from ...codelists import Codelist
from ...models import EdtfDate, Model, reference_fields
from ...text.inflection import plural


class Layout(Enum):
    """How a field is laid out."""

    SCALAR = "one column"
    DATE = "a column, and three with its meaning"
    NUMBER_OR_TEXT = "a column, and one with the number"
    LOCALIZED = "a column with one language, one with its tag, and rows in the table of texts"
    OPEN = "a column of JSON"
    OBJECT = "columns with a prefix"
    OBJECTS = "rows in a separate table"
    SCALARS = "rows in a separate table, one value each"


class Field(NamedTuple):
    """A field of a model: its name, its layout, and the type of its value or its items."""

    name: str
    layout: Layout
    type: Any
    description: str
    kinds: tuple[str, ...]
    is_required: bool = False

    @property
    def is_reference(self) -> bool:
        """Whether it contains ids of things that are defined elsewhere."""
        return bool(self.kinds)

    @property
    def meaning(self) -> str:
        """The description, with the table in which the id is found."""
        tables = " or ".join(f"`{plural(kind)}`" for kind in self.kinds)
        return f"{self.description} Found in {tables}." if tables else self.description

    @property
    def codelist(self) -> str:
        """The name of the codelist whose codes it holds; empty if it holds none."""
        return self.type.list_name if isinstance(self.type, type) and issubclass(self.type, Codelist) else ""

    @property
    def column(self) -> str:
        """The name of the column with its value."""
        return f"{self.name}_id" if self.is_reference else self.name


@cache
def fields(model: type[Model]) -> tuple[Field, ...]:
    """The fields of a model in reading order."""
    return tuple(_field(model, name) for name in model.field_order())


def _field(model: type[Model], name: str) -> Field:
    info = model.model_fields[name]
    layout, inner = _layout(info.annotation)
    return Field(name, layout, inner, info.description or "", reference_fields(model).get(name, ()), info.is_required())


def _layout(annotation: Any) -> tuple[Layout, type[Any]]:
    types = _members(annotation)
    if len(types) > 1:
        return (Layout.NUMBER_OR_TEXT, str) if str in types else (Layout.SCALAR, float)
    bare = types[0]
    origin = get_origin(bare)
    if origin is tuple:
        (item,) = _members(get_args(bare)[0])
        return (Layout.OBJECTS if issubclass(item, Model) else Layout.SCALARS), item
    if origin is dict:
        _, value = get_args(bare)
        return (Layout.LOCALIZED if _members(value) == [str] else Layout.OPEN), str
    if issubclass(bare, Model):
        return Layout.OBJECT, bare
    return (Layout.DATE if issubclass(bare, EdtfDate) else Layout.SCALAR), bare


def _members(annotation: Any) -> list[Any]:
    """The types an annotation allows, without aliases, metadata and None."""
    if isinstance(annotation, TypeAliasType):
        return _members(annotation.__value__)
    origin = get_origin(annotation)
    if origin is Annotated:
        return _members(get_args(annotation)[0])
    if origin in (Union, UnionType):
        return [member for each in get_args(annotation) if each is not NoneType for member in _members(each)]
    if str(origin) == "typing.Literal":
        return [str]
    return [annotation]

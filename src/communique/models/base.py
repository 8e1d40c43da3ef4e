"""What every model has in common: strictness, optional fields, lists, conditional fields.

Modules of models do not postpone their annotations: pydantic would compile the text of each one at every start.
"""

from functools import cache
from inspect import get_annotations
from itertools import accumulate
from reprlib import Repr
from typing import Annotated, Any, ClassVar, NamedTuple, TypeVar, get_args

from annotated_types import Ge, MinLen
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    Strict,
    model_serializer,
)
from pydantic.types import JsonValue
from pydantic_core import CoreSchema

T = TypeVar("T")


class _NotNull:
    """Turns ``X | None`` into "X, or leave the field out": an explicit null is refused, as the schema refuses it."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        inner, nothing = get_args(source)
        if nothing is not type(None):
            raise TypeError(f"Maybe[...] needs an optional type, not {source}")
        return handler.generate_schema(inner)


class _Distinct:
    """No item twice; ``uniqueItems`` in the schema."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return AfterValidator(_refuse_repeats).__get_pydantic_core_schema__(source, handler)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {**handler(schema), "uniqueItems": True}


def _refuse_repeats(items: tuple[T, ...]) -> tuple[T, ...]:
    if len(set(items)) < len(items):
        raise ValueError("an item stands twice")
    return items


def _whole(value: object) -> object:
    """JSON Schema knows one kind of number: 3.0 is the integer 3."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


class _AnyNumber:
    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "number"}


class _NumberFromZero:
    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "number", "minimum": 0}


class _NumberOrText:
    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": ["number", "string"], "minLength": 1}


Maybe = Annotated[T | None, _NotNull()]
Many = Annotated[tuple[T, ...], Strict(False)]
Some = Annotated[tuple[T, ...], Strict(False), MinLen(1)]
Set = Annotated[tuple[T, ...], Strict(False), _Distinct()]
SomeSet = Annotated[tuple[T, ...], Strict(False), MinLen(1), _Distinct()]
Integer = Annotated[int, BeforeValidator(_whole)]
Count = Annotated[int, Ge(0), BeforeValidator(_whole)]
Number = Annotated[int | float, _AnyNumber()]
NumberFromZero = Annotated[Annotated[int, Ge(0)] | Annotated[float, Ge(0)], _NumberFromZero()]
NumberOrText = Annotated[int | float | Annotated[str, MinLen(1)], _NumberOrText()]
Open = dict[str, JsonValue]


# Whatever class brings them, these open an object.
_LEADING = ("schema_version", "kind", "id")
_LONGEST_REPR = 160
_MOST_KNOWN = 4096
_EMPTY: tuple[object, ...] = (None, (), [], {})
_SOUND = set[tuple[object, ...]]()
"""The fields that objects of a class had, and the values on which others depend, where they went together."""


class Condition(NamedTuple):
    """Conditional fields, declared once: the published ``if``/``then`` and the model's check both come from it.

    When ``field`` is present (and, if ``values`` are given, holds one of them), the fields in ``requires`` must be
    present and those in ``forbids`` must not. ``otherwise_requires`` and ``otherwise_forbids`` count in the other case.
    """

    field: str
    values: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    forbids: tuple[str, ...] = ()
    otherwise_requires: tuple[str, ...] = ()
    otherwise_forbids: tuple[str, ...] = ()

    def json_schema(self) -> dict[str, Any]:
        test: dict[str, Any] = {"required": [self.field]}
        if self.values:
            test["properties"] = {self.field: {"enum": list(self.values)}}
        branches = {
            "then": _branch(self.requires, self.forbids),
            "else": _branch(self.otherwise_requires, self.otherwise_forbids),
        }
        return {"if": test, **{name: branch for name, branch in branches.items() if branch}}

    def check(self, model: "Model") -> None:
        given = model.model_fields_set
        holds = self.field in given and (not self.values or getattr(model, self.field) in self.values)
        requires = self.requires if holds else self.otherwise_requires
        forbids = self.forbids if holds else self.otherwise_forbids
        if missing := [name for name in requires if name not in given]:
            raise ValueError(f"{', '.join(missing)} must be given here")
        if extra := [name for name in forbids if name in given]:
            raise ValueError(f"{', '.join(extra)} must not be given here")


def _branch(requires: tuple[str, ...], forbids: tuple[str, ...]) -> dict[str, Any]:
    branch: dict[str, Any] = {}
    if requires:
        branch["required"] = list(requires)
    if forbids:
        branch["properties"] = {name: {"not": {}} for name in forbids}
    return branch


class Model(BaseModel):
    """A closed, frozen, strict object: unknown fields and silent conversions are errors.

    ``conditions`` say which fields depend on others. ``min_fields`` is how many fields an object must have
    that has no single required one. ``usual`` are the fields, besides the required ones, that people nearly always
    write; each entry becomes a snippet for editors.
    """

    model_config = ConfigDict(
        strict=True, extra="forbid", frozen=True, allow_inf_nan=False, defer_build=True, protected_namespaces=()
    )

    conditions: ClassVar[tuple[Condition, ...]] = ()
    min_fields: ClassVar[int] = 0
    usual: ClassVar[tuple[tuple[str, ...], ...]] = ()
    _decisive: ClassVar[tuple[str, ...]] = ()
    """The fields on whose values conditions depend."""

    def __init_subclass__(cls, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls._decisive = tuple(each.field for each in cls.conditions if each.values)
        if (cls.conditions or cls.min_fields) and cls.model_post_init is BaseModel.model_post_init:
            # Nothing in Python is called for each object of the other models.
            cls.model_post_init = Model.check_conditions  # type: ignore[assignment, method-assign]

    def check_conditions(self, _context: Any = None, /) -> None:
        """Raise ValueError if too few fields are given, or fields that do not go together."""
        given, values = self.__pydantic_fields_set__, self.__dict__
        outline = (type(self), frozenset(given), *[values[name] for name in self._decisive])
        if outline in _SOUND:
            return
        if len(given) < self.min_fields:
            raise ValueError(f"at least {self.min_fields} of {', '.join(type(self).model_fields)} must be given")
        for condition in self.conditions:
            condition.check(self)
        if len(_SOUND) >= _MOST_KNOWN:
            _SOUND.clear()
        _SOUND.add(outline)

    @classmethod
    def field_order(cls) -> list[str]:
        """The names of all fields in reading order: what the class itself adds comes before what it inherits."""
        return list(_field_order(cls))

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """What a file would hold: the fields that are given, in reading order, as JSON types.

        With ``exclude_unset=False``, every field that has a value: defaults too, but nothing empty. Other options are
        pydantic's.

        >>> from communique.models import Place
        >>> Place(country="CN", city="Shanghai").model_dump()
        {'city': 'Shanghai', 'country': 'CN'}
        """
        return super().model_dump(**{"mode": "json", "exclude_unset": True, **options})

    def model_dump_json(self, **options: Any) -> str:
        """What `model_dump` gives, as JSON text."""
        return super().model_dump_json(**{"exclude_unset": True, **options})

    @model_serializer(mode="wrap")
    def _in_reading_order(
        self, serialize: SerializerFunctionWrapHandler, info: SerializationInfo[Any]
    ) -> dict[str, Any]:
        dumped: dict[str, Any] = serialize(self)
        return {
            name: dumped[name]
            for name in _field_order(type(self))
            if name in dumped and (info.exclude_unset or dumped[name] not in _EMPTY)
        }

    def __repr__(self) -> str:
        given = (name for name in _field_order(type(self)) if name in self.model_fields_set)
        shown = [f"{name}={_brief.repr(getattr(self, name))}" for name in given]
        ends = accumulate(map(len, shown))
        fitting = [each for each, end in zip(shown, ends, strict=True) if end <= _LONGEST_REPR]
        more = ["..."] if len(fitting) < len(shown) else []
        return f"{type(self).__name__}({', '.join(fitting + more)})"

    __str__ = __repr__

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        published = handler(schema)
        target = handler.resolve_ref_schema(published)
        if cls.min_fields:
            target["minProperties"] = cls.min_fields
        if cls.conditions:
            target["allOf"] = [condition.json_schema() for condition in cls.conditions]
        return published


@cache
def _field_order(model: type[Model]) -> tuple[str, ...]:
    own_first = [name for base in model.__mro__ for name in get_annotations(base)]
    names = [name for name in dict.fromkeys(own_first) if name in model.model_fields]
    return *(name for name in _LEADING if name in names), *(name for name in names if name not in _LEADING)


class _Brief(Repr):
    """Values so short that a list of models can be looked over."""

    def __init__(self) -> None:
        super().__init__()
        self.maxstring, self.maxtuple, self.maxdict, self.maxlevel = 60, 1, 2, 3

    def repr_instance(self, x: object, level: int) -> str:
        """A code as its text, and of a model only what it is."""
        if isinstance(x, Model):
            return f"{type(x).__name__}(...)"
        return self.repr_str(str(x), level) if isinstance(x, str) else super().repr_instance(x, level)


_brief = _Brief()

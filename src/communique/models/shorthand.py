"""A plain text in a file that stands for an object with only one field."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from pydantic import (
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    ValidatorFunctionWrapHandler,
)
from pydantic_core import CoreSchema, core_schema

if TYPE_CHECKING:
    from .base import Model

_MOST_KNOWN = 1024
"""Objects of one class that are shared wherever files have the same text for them."""


class Shorthand(NamedTuple):
    """In a file, a plain text stands for an object with only this field: ``Annotated[Evidence, Shorthand("source")]``.

    In Python it is always the object. A dump of what is given has the text where nothing but the field is given.
    """

    field: str

    def shortened(self, dumped: dict[str, Any]) -> Any:
        """What a file holds for an object with these fields: their text if it is the only one, else the object."""
        return dumped[self.field] if dumped.keys() == {self.field} else dumped

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        name, known = self.field, _known(source)

        def written_out(value: Any, validate: ValidatorFunctionWrapHandler) -> Any:
            if not isinstance(value, str):
                return validate(value)
            if (made := known.get(value)) is None:
                made = validate({name: value})
                if len(known) >= _MOST_KNOWN:
                    known.clear()
                known[value] = made
            return made

        def dump(value: Any, serialize: SerializerFunctionWrapHandler, info: SerializationInfo[Any]) -> Any:
            return self.shortened(serialize(value)) if info.exclude_unset else serialize(value)

        dumping = core_schema.wrap_serializer_function_ser_schema(dump, info_arg=True)
        return core_schema.no_info_wrap_validator_function(written_out, handler(source), serialization=dumping)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        whole = handler(schema)
        text = handler.resolve_ref_schema(whole)["properties"][self.field]["$ref"]
        return {"if": {"type": "string"}, "then": {"$ref": text}, "else": whole}


@cache
def _known(_model: type["Model"]) -> dict[str, Any]:
    """The objects of a class by their texts: most are ids that stand in a record again and again, in many fields."""
    return {}


@cache
def shorthands(model: type["Model"]) -> Mapping[str, Shorthand]:
    """The fields whose objects, or the objects in whose lists, a file may write as texts."""
    marks = ((name, _marked(field.annotation) or _marked(field)) for name, field in model.model_fields.items())
    return MappingProxyType({name: mark for name, mark in marks if mark})


def _marked(annotation: Any) -> Shorthand | None:
    inside = (*getattr(annotation, "metadata", ()), *getattr(annotation, "__metadata__", ()))
    marks = (each for each in inside if isinstance(each, Shorthand))
    return next(marks, None) or next(filter(None, map(_marked, get_args(annotation))), None)

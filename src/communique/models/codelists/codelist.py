"""What every codelist has in common."""

from __future__ import annotations

import inspect
import re
from enum import StrEnum
from typing import Any, ClassVar, Self, cast

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema

FIRST_VERSION = "0.1.0"


class Codelist(StrEnum):
    """A closed list of string codes, each with a definition.

    A member is written ``NAME = code, definition[, since[, label]]``. A code, once published, is never renamed,
    reused or given another meaning; ``since`` is the schema version that brought it.
    """

    label: str
    definition: str
    since: str

    # Filled by __init_subclass__; an enum body would turn a plain annotation with a value into a member.
    list_name: ClassVar[str]

    def __new__(cls, code: str, definition: str, since: str = FIRST_VERSION, label: str = "") -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.definition = definition
        member.since = since
        member.label = label or _label(code)
        return member

    def __init_subclass__(cls, list_name: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.list_name = list_name or re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        # A record holds the code as text; a strict enum would accept only a member of this class.
        return cast(CoreSchema, {**handler(source), "strict": False})

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        published = handler(schema)
        target = handler.resolve_ref_schema(published)
        target["description"] = inspect.cleandoc(cls.__doc__ or "")
        # No keyword of JSON Schema, but one that editors know: the definition of each code, shown when one hovers.
        target["enumDescriptions"] = [member.definition for member in cls]
        name = cls.list_name.replace("_", " ")
        target["title"] = f"{'an' if name[0] in 'aeiou' else 'a'} {name} code"
        return published


def _label(code: str) -> str:
    return code.rpartition(".")[2].replace("_", " ").capitalize()

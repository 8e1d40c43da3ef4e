"""What every codelist has in common."""

from __future__ import annotations

import re
from enum import StrEnum
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

FIRST_VERSION = "0.1.0"


class Also(tuple[str, ...]):
    """Words that people write for a code."""


def also(*words: str) -> Also:
    """Words that people write for a code, parted by commas."""
    return Also(word.strip() for some in words for word in some.split(","))


class Codelist(StrEnum):
    """A closed list of string codes, each with a definition.

    A member is written ``NAME = code, definition[, since[, label]][, also("word, other word")]``. A code, once
    published, is never renamed, reused or given another meaning; ``since`` is the schema version that brought it.
    ``also`` are words that people write for it: not published, never a code of the same list, and with several codes
    only where they can mean either.
    """

    label: str
    definition: str
    since: str
    also: tuple[str, ...]

    # Filled by __init_subclass__; an enum body would turn a plain annotation with a value into a member.
    list_name: ClassVar[str]

    def __new__(cls, code: str, definition: str, *more: str | Also) -> Self:
        *texts, words = more if more and isinstance(more[-1], Also) else (*more, ())
        member = str.__new__(cls, code)
        member._value_ = code
        member.definition = definition
        member.since = str(texts[0]) if texts else FIRST_VERSION
        member.label = str(texts[1]) if len(texts) > 1 else _label(code)
        member.also = tuple(words)
        return member

    def __init_subclass__(cls, list_name: str = "", **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        cls.list_name = list_name or re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__).lower()

    @classmethod
    def schema_title(cls) -> str:
        """The title of its schema, which messages use: "expected a topic code"."""
        name = cls.list_name.replace("_", " ")
        return f"{'an' if name[0] in 'aeiou' else 'a'} {name} code"

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        # A record holds the code as text; a strict enum would accept only a member of this class.
        return cast("CoreSchema", {**handler(source), "strict": False})

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        published = handler(schema)
        target = handler.resolve_ref_schema(published)
        target["description"] = cleandoc(cls.__doc__ or "")
        # No keyword of JSON Schema, but one that editors know: the definition of each code, shown when one hovers.
        target["enumDescriptions"] = [member.definition for member in cls]
        target["title"] = cls.schema_title()
        return published


def _label(code: str) -> str:
    return code.rpartition(".")[2].replace("_", " ").capitalize()

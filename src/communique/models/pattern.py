"""Patterns, which mean the same in the engines of Python, ECMAScript and Rust."""

import re
from typing import Any, NamedTuple

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema


class Help(NamedTuple):
    """What to write, for people whose text does not match: ``Annotated[str, Pattern(...), Help("use ...")]``."""

    text: str


class Pattern(NamedTuple):
    """A regular expression that the whole text has to match.

    Python's ``$`` also matches before a last newline, the others' does not: a sibling ``not`` closes that gap.
    """

    regex: str
    max_length: int | None = None

    def matches(self, text: str) -> bool:
        """Whether a model and the schema accept the text."""
        is_short = self.max_length is None or len(text) <= self.max_length
        return is_short and re.fullmatch(self.regex, text) is not None

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.str_schema(strict=True, pattern=self.regex, max_length=self.max_length)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        published = handler(schema)
        return {**published, "not": {"pattern": "\n"}} if self.regex.endswith("$") else published

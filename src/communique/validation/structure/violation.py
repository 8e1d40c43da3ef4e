"""A violation of the structure that a record must have."""

from __future__ import annotations

from typing import NamedTuple

from ...diagnostics.rule import Rule
from ...text.pointer import Pointer
from ..remedy import Remedy


class StructureViolation(NamedTuple):
    """A schema error, or an error in the choice of the schema, in words, before it has a position in the file.

    ``field`` is missing from, or not allowed in, the object at the pointer; ``twin`` is the field that was probably
    meant instead of the one found.
    """

    rule: type[Rule]
    pointer: Pointer
    message: str
    remedy: Remedy = Remedy()
    field: str = ""
    twin: str = ""

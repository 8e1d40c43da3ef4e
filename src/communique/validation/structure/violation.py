"""What a JSON Schema, or a record's kind and version, find wrong with a document, before it has a place in the file."""

from __future__ import annotations

from typing import NamedTuple

from ...diagnostics.rule import Rule
from ...text.pointer import Pointer
from ..remedy import Remedy


class StructureViolation(NamedTuple):
    """One thing that is wrong with the structure, in words.

    ``field`` is what is missing from, or does not belong in, the object at the pointer; ``twin`` is the field that the
    one found was probably meant to be.
    """

    rule: type[Rule]
    pointer: Pointer
    message: str
    remedy: Remedy = Remedy()
    field: str = ""
    twin: str = ""

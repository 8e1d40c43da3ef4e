"""Schema errors of a record whose version is older than the one that allows what it contains."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ... import schemas
from ...diagnostics.finding import Advice, Change
from ...models import SAME_STRUCTURE
from ...text.inflection import counted
from ..remedy import Remedy
from .schema_choice import SchemaChoice
from .violation import StructureViolation

Look = Callable[[dict[str, Any], SchemaChoice], list[StructureViolation]]
"""Gives the findings of the data by the schema of a choice."""


def newer_version_violations(data: dict[str, Any], choice: SchemaChoice, look: Look) -> Iterator[StructureViolation]:
    """The findings by the version that the record names; they say so if a newer version allows it."""
    left = look(data, choice)
    newer = schemas.versions()[schemas.versions().index(choice.version) + 1 :]
    for version in (each for each in newer if each not in SAME_STRUCTURE[1:]):
        if not left:
            return
        still = {_where(each) for each in look({**data, "schema_version": version}, choice._replace(version=version))}
        allowed = [each for each in left if _where(each) not in still]
        if allowed:
            yield _newer(allowed[0], choice.version, version, others=len(allowed) - 1)
        left = [each for each in left if _where(each) in still]
    yield from left


def _where(each: StructureViolation) -> tuple[object, ...]:
    return (each.pointer, each.field)


def _newer(each: StructureViolation, named: str, newer: str, *, others: int) -> StructureViolation:
    """The first of the findings that have this one cause, with the number of the others."""
    more = f"; the same is true {counted(others, 'more time')}" if others else ""
    message = f"{each.message}; schema {newer} allows it, but the record names schema {named}{more}"
    help = f"write schema_version: {newer} if the record is written for it, or use only what {named} allows"
    advice = Advice(Change.VALUE, newer, at="/schema_version")
    return each._replace(message=message, remedy=Remedy(help, (advice,)), twin="")

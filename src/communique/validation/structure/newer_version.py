"""Tells a record of an older version what only a newer one allows."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from ... import schemas
from ...diagnostics.finding import Advice, Change
from ..remedy import Remedy
from .messages import Complaint
from .schema_choice import Envelope

Look = Callable[[dict[str, Any], Envelope], list[Complaint]]
"""Gives what is wrong with the data by the schema of an envelope."""


def told_newer(data: dict[str, Any], envelope: Envelope, look: Look) -> Iterator[Complaint]:
    """What is wrong by the version that the record names; what is right by a newer one is said to be."""
    left = look(data, envelope)
    for version in schemas.versions()[schemas.versions().index(envelope.version) + 1 :]:
        if not left:
            return
        still = {_where(each) for each in look({**data, "schema_version": version}, envelope._replace(version=version))}
        for complaint in left:
            if _where(complaint) not in still:
                yield _newer(complaint, envelope.version, version)
        left = [complaint for complaint in left if _where(complaint) in still]
    yield from left


def _where(complaint: Complaint) -> tuple[object, ...]:
    return (complaint.pointer, complaint.field)


def _newer(complaint: Complaint, named: str, newer: str) -> Complaint:
    message = f"{complaint.message}; schema {newer} allows it, but the record names {named}"
    help = f"write schema_version: {newer} if the record is written for that, or put it as {named} has it"
    advice = Advice(Change.VALUE, newer, at="/schema_version")
    return complaint._replace(message=message, remedy=Remedy(help, (advice,)), twin="")

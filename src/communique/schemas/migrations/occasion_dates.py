"""From 0.1.0 to 0.2.0: the date of an occasion becomes a list of assertions, because sources may differ."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ...reading import Document
from ...reading.tokens import Tokens
from ...text.edits import Edit
from ...text.pointer import json_pointer
from .migration import InexpressibleError, Migration
from .rewriting import unwrap, wrap


class OccasionDates(Migration):
    """``dates: '2025-07-26'`` and ``dates: [{value: '2025-07-26'}]``."""

    def upgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        return _with_dates(data, lambda dates, _: [{"value": dates}])

    def downgrade(self, data: dict[str, Any]) -> dict[str, Any]:
        return _with_dates(data, _only_value)

    def upgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        for index in _dated(document.data):
            yield from wrap(document, tokens, ("occasions", index, "dates"), "value")

    def downgrade_edits(self, document: Document, tokens: Tokens) -> Iterator[Edit]:
        for index in _dated(document.data):
            yield from unwrap(document, tokens, ("occasions", index, "dates"), 0, "value")


def _dated(data: dict[str, Any]) -> list[int]:
    return [index for index, occasion in enumerate(data.get("occasions", ())) if "dates" in occasion]


def _with_dates(data: dict[str, Any], change: Any) -> dict[str, Any]:
    if not _dated(data):
        return data
    occasions = [
        {**each, "dates": change(each["dates"], index)} if "dates" in each else each
        for index, each in enumerate(data["occasions"])
    ]
    return {**data, "occasions": occasions}


def _only_value(dates: list[dict[str, Any]], index: int) -> Any:
    if len(dates) == 1 and set(dates[0]) == {"value"}:
        return dates[0]["value"]
    where = json_pointer(("occasions", index, "dates"))
    raise InexpressibleError(f"schema 0.1.0 cannot express {where}: it allows one date, without evidence, rank or note")


MIGRATION = OccasionDates("0.1.0", "0.2.0")

"""The rows of one thing as CSV."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ..models import Assertion, Model
from .tables import Writing, columns, plans
from .thing_rows import Cells, ThingRows


def _quoted(text: str) -> str:
    return '"' + (text if '"' not in text else text.replace('"', '""')) + '"'


CSV = Writing("", _quoted, str, lambda value: "TRUE" if value else "FALSE", str)
"""Every text is quoted, and nothing else."""


class CsvRows(NamedTuple):
    """The rows of a thing by the names of their tables: as ``lines``; or as ``rows``, if they are not complete."""

    lines: Mapping[str, str]
    rows: ThingRows

    @classmethod
    def of(cls, rows: ThingRows) -> CsvRows:
        """These rows, whose cells are written as CSV."""
        lines, cells, open_tables = {}, {}, _open_tables()
        for name, each in rows.by_table.items():
            if name in open_tables:
                cells[name] = each
            else:
                lines[name] = csv_lines(each)
        return cls(lines, rows._replace(by_table=cells))


def csv_lines(rows: Iterable[Cells]) -> str:
    """Lines of CSV with these cells."""
    return "".join([",".join(row) + "\r\n" for row in rows])


@cache
def _open_tables() -> frozenset[str]:
    """The tables whose rows cannot be written before all records are known.

    They have counts of sources, or a column in which all numbers get a decimal point if one of them has a fraction.
    """
    return frozenset(name for name, plan in plans().items() if _has_counts(plan.model) or _has_numbers(name))


def _has_counts(model: type[Model] | None) -> bool:
    return model is not None and issubclass(model, Assertion)


def _has_numbers(table: str) -> bool:
    return any(column.type == "number" for column in columns(table))

"""A library in RIS, which all programs for references write: its references, as sources."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ...importing.csv_sheet import decoded, lines_in
from ...importing.form import OPEN, Form
from ...importing.notes import Notes
from ...importing.reader import ImportFailedError
from ...importing.source_table import SourceTable
from ...lazy import lazy_pattern
from ..items import table_of
from ..layout import SOURCE, Layout, always

_LINE = lazy_pattern(r"(?P<tag>[A-Z][A-Z0-9])  -(?: (?P<value>.*))?")
_FIRST, _LAST = "TY", "ER"


def _read(path: Path, notes: Notes, form: Form = OPEN) -> SourceTable:
    return table_of(path, _references(decoded(path, form.encoding), path))


def _references(text: str, path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Each reference by its tags, with its first line. A line without a tag goes on with the one before."""
    found: dict[str, list[list[str]]] = {}
    began, last = 0, ""
    for number, line in enumerate(lines_in(text), 1):
        match = _LINE.fullmatch(line.rstrip())
        tag, value = (match["tag"], (match["value"] or "").strip()) if match else ("", line.strip())
        if tag == _FIRST and not began:
            began, found, last = number, {tag: [[value]]}, tag
        elif not began:
            if value or tag:
                raise ImportFailedError(f"{path}, line {number}: it is not RIS; a reference begins with 'TY  - '")
        elif tag == _FIRST:
            raise ImportFailedError(f"{path}, line {number}: the reference of line {began} has no end, 'ER  - '")
        elif tag == _LAST:
            yield began, {each: text for each, some in found.items() if (text := _joined(some))}
            began = 0
        elif tag:
            found.setdefault(tag, []).append([value])
            last = tag
        elif value:
            found[last][-1].append(value)
    if began:
        raise ImportFailedError(f"{path}, line {began}: the reference has no end, 'ER  - '")


def _joined(values: list[list[str]]) -> str:
    """The values of a tag, each from its lines."""
    return "; ".join(filter(None, (" ".join(filter(None, lines)) for lines in values)))


LAYOUT = Layout(
    name="ris",
    title="a library in RIS",
    namespace="ris",
    gives=SOURCE,
    suffixes=(".ris",),
    signature=frozenset({_FIRST}),
    fields=always(
        {
            _FIRST: "type", "TI": "title", "T1": "title", "UR": "url", "DO": "doi", "AU": "authors", "A1": "authors",
            "DA": "published", "Y1": "published", "PY": "published", "LA": "language",
            "PB": "publisher", "T2": "publisher", "JO": "publisher", "JF": "publisher",
        }
    ),
    dropped={
        "AB": "the text of somebody else", "N2": "the text of somebody else",
        **dict.fromkeys(("N1", "RN"), "private notes"),
        **dict.fromkeys(("L1", "L2", "L4"), "paths on somebody's machine"),
    },
    key="ID",
    prefix="ris",
    types={
        "NEWS": "news", "JOUR": "academic", "CONF": "academic", "CPAPER": "academic", "THES": "academic",
        "BLOG": "blog", "BILL": "official", "STAT": "official", "GOVDOC": "official", "HEAR": "official",
        "DATA": "database",
    },
    read=_read,
)  # fmt: skip

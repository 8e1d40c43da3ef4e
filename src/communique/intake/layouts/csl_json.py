"""A library in CSL-JSON, as Zotero, Mendeley and pandoc write it: its items, as sources."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ...importing.csv_sheet import decoded
from ...importing.form import OPEN, Form
from ...importing.limits import MAX_VALUES
from ...importing.notes import Notes
from ...importing.reader import ImportFailedError
from ...importing.source_table import SourceTable
from ...reading.scalars import MAX_DIGITS
from ..items import table_of
from ..layout import SOURCE, Layout, always

_DATES = ("issued", "accessed")
_NAMES = ("author",)


def _read(path: Path, notes: Notes, form: Form = OPEN) -> SourceTable:
    text = decoded(path, form.encoding)
    if sum(map(text.count, "[{,")) > MAX_VALUES:
        raise ImportFailedError(f"{path} has too many values: more than {MAX_VALUES:,}; divide it")
    try:
        found = json.loads(text, parse_int=_integer)
    except (ValueError, RecursionError) as error:
        raise ImportFailedError(f"{path} is not JSON: {_why(error)}") from error
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise ImportFailedError(f"{path} is not CSL-JSON, which is a list of items")
    try:
        return table_of(path, _items(found))
    except RecursionError as error:
        raise ImportFailedError(f"{path} is not CSL-JSON: {_why(error)}") from error


def _integer(digits: str) -> int | str:
    """A whole number; as a text if it has too many digits for one."""
    return int(digits) if len(digits) <= MAX_DIGITS else digits


def _why(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _items(found: list[dict[str, Any]]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    for number, item in enumerate(found, 1):
        yield number, {key: value for key, each in item.items() if (value := _cell(key, each)) not in ("", None)}


def _cell(key: str, value: Any) -> Any:
    """The text of a value; of a day in the parts of which CSL makes it, and of the names of persons."""
    if key in _DATES and isinstance(value, dict):
        return _day(value)
    if key in _NAMES and isinstance(value, list):
        return "; ".join(filter(None, (_name(each) for each in value if isinstance(each, dict))))
    return value if isinstance(value, str | int | float) else json.dumps(value, ensure_ascii=False)


def _day(value: dict[str, Any]) -> str:
    if "raw" in value or "literal" in value:
        return str(value.get("raw") or value.get("literal"))
    ranges = value.get("date-parts")
    if not isinstance(ranges, list) or not all(isinstance(each, list) for each in ranges):
        return json.dumps(value, ensure_ascii=False)
    days = ["-".join(str(part).zfill(2) for part in parts if part) for parts in ranges]
    return "/".join(days) + ("~" if value.get("circa") and len(days) == 1 else "")


def _name(person: dict[str, Any]) -> str:
    parts = (person.get("given"), person.get("non-dropping-particle"), person.get("family"))
    return str(person.get("literal") or " ".join(str(each) for each in parts if each))


LAYOUT = Layout(
    name="csl-json",
    title="a library in CSL-JSON",
    namespace="csl-json",
    gives=SOURCE,
    suffixes=(".json",),
    signature=frozenset({"id", "type", "title"}),
    fields=always(
        {
            "type": "type", "title": "title", "URL": "url", "DOI": "doi", "author": "authors", "issued": "published",
            "language": "language", "container-title": "publisher", "publisher": "publisher",
        }
    ),
    dropped={"abstract": "the text of somebody else", "note": "private notes"},
    key="id",
    prefix="csl",
    types={
        "article-newspaper": "news", "article-journal": "academic", "paper-conference": "academic",
        "thesis": "academic", "post-weblog": "blog", "bill": "official", "legislation": "official",
        "regulation": "official", "treaty": "official", "hearing": "official", "dataset": "database", "post": "social",
    },
    read=_read,
)  # fmt: skip

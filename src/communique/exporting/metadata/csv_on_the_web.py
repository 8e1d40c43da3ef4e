"""CSV on the Web of W3C: https://www.w3.org/TR/tabular-metadata/.

The standard lets programs look for the file beside the tables.
"""

from __future__ import annotations

import re
from typing import Any

from ..tables import Column, Table
from .description import Description
from .document import Contents, CsvFile, Document, as_json, codes, known

_TYPES: dict[str, Any] = {
    "integer": "integer",
    "number": "double",
    "boolean": {"base": "boolean", "format": "TRUE|FALSE"},
    "date": {"base": "date", "format": "yyyy-MM-dd"},
}


def _make(contents: Contents) -> bytes | None:
    tables = [_table(each) for each in contents.csv_files]
    if not tables:
        return None
    about = _about(contents.description) if contents.description else {}
    return as_json({"@context": "http://www.w3.org/ns/csvw", **about, "tables": tables})


def _about(about: Description) -> dict[str, Any]:
    values = known(
        title=_localized(about.titles),
        description=_localized(about.descriptions),
        creator=[each.name for each in about.makers],
        hasVersion=about.version,
        language=[*about.languages],
    )
    return {f"dc:{name}": value for name, value in values.items()} | {"dc:license": {"@id": about.licence_url}}


def _localized(texts: Any) -> list[dict[str, str]]:
    return [{"@value": text, "@language": language} for language, text in texts.items()]


def _table(file: CsvFile) -> dict[str, Any]:
    table = file.table
    return {
        "url": _name(table.name),
        "dc:description": table.description,
        "dialect": {"encoding": "utf-8", "lineTerminators": ["\r\n"], "header": True, "doubleQuote": True},
        "tableSchema": known(
            columns=[_column(each) for each in table.columns],
            primaryKey=[*table.key],
            foreignKeys=_foreign_keys(table),
        ),
    }


def _column(column: Column) -> dict[str, Any]:
    return known(
        name=column.name,
        titles=column.name,
        datatype=_type(column),
        required=column.required or None,
    ) | {"dc:description": column.description, **_optional_reference(column)}


def _optional_reference(column: Column) -> dict[str, Any]:
    """The table of a reference that may be empty: strict validators want a row for each cell of a foreign key."""
    if column.required or not (found := column.foreign_key):
        return {}
    return {"dc:references": {"@id": _name(found[0].table)}}


def _type(column: Column) -> Any:
    if found := codes(column):
        return {"base": "string", "format": "|".join(map(re.escape, found))}
    return _TYPES.get(column.type, "string")


def _foreign_keys(table: Table) -> list[dict[str, Any]]:
    return [
        {
            "columnReference": [column.name],
            "reference": {"resource": _name(target.table), "columnReference": [target.column]},
        }
        for column in table.columns
        if column.required
        for target in column.foreign_key
    ]


def _name(table: str) -> str:
    return f"{table}.csv"


DOCUMENT = Document("csv/csv-metadata.json", _make)

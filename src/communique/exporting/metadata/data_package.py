"""Data Package v2 of Frictionless Data: https://datapackage.org/standard/data-package/."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..tables import Column, Table
from .description import Description
from .document import Contents, CsvFile, Document, as_json, codes, known

_PROFILES = "https://datapackage.org/profiles/2.0"
_DIALECT = {
    "delimiter": ",",
    "lineTerminator": "\r\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}


def _make(contents: Contents) -> bytes | None:
    resources = [_resource(each, contents) for each in contents.csv_files]
    if not resources:
        return None
    about = _about(contents.description) if contents.description else {}
    return as_json({"$schema": f"{_PROFILES}/datapackage.json", **about, "resources": resources})


def _about(about: Description) -> dict[str, Any]:
    return known(
        title=about.title,
        description=about.description,
        version=about.version,
        homepage=about.url,
        licenses=[{"name": about.licence, "path": about.licence_url}],
        contributors=[known(title=each.name, path=each.address, roles=["creator"]) for each in about.makers],
    )


def _resource(file: CsvFile, contents: Contents) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": file.table.name,
        "path": file.path,
        "type": "table",
        "description": file.table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "rows": contents.rows[file.table.name],  # not of the standard; frictionless checks it
        "bytes": file.digest.size,
        "hash": f"sha256:{file.digest.sha256}",
        "dialect": {"$schema": f"{_PROFILES}/tabledialect.json", **_DIALECT},
        "schema": _schema(file.table, contents),
    }


def _schema(table: Table, contents: Contents) -> dict[str, Any]:
    return known(
        fields=[_field(table, column, contents) for column in table.columns],
        missingValues=[""],
        primaryKey=[*table.key],
        foreignKeys=[*_foreign_keys(table)],
    ) | {"$schema": f"{_PROFILES}/tableschema.json"}


def _field(table: Table, column: Column, contents: Contents) -> dict[str, Any]:
    is_unique = table.key != (column.name,) and contents.is_named(table.name, column)
    truth = {"trueValues": ["TRUE"], "falseValues": ["FALSE"]} if column.type == "boolean" else {}
    constraints = known(required=column.required or None, unique=is_unique or None, enum=codes(column))
    return {
        "name": column.name,
        "type": column.type,
        "format": "default",
        "description": column.description,
        **truth,
        **known(constraints=constraints),
    }


def _foreign_keys(table: Table) -> Iterator[dict[str, Any]]:
    """A reference within the table names no resource, as the standard demands."""
    for column in table.columns:
        for target in column.foreign_key:
            resource = {} if target.table == table.name else {"resource": target.table}
            yield {"fields": [column.name], "reference": {**resource, "fields": [target.column]}}


DOCUMENT = Document("datapackage.json", _make)

"""Croissant 1.1 of MLCommons, for libraries of machine learning: https://docs.mlcommons.org/croissant/."""

from __future__ import annotations

from typing import Any

from ..tables import Column, Table
from . import linked_data
from .description import Description
from .document import Contents, CsvFile, Document, as_json, known

_TERMS = (
    "arrayShape citeAs column containedIn equivalentProperty extract field fileObject fileProperty fileSet format "
    "includes isArray isLiveDataset jsonPath key md5 parentField path recordSet references regex repeated replace "
    "samplingRate separator source subField transform"
)
_CONTEXT = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "sc": "https://schema.org/",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "dct": "http://purl.org/dc/terms/",
    "conformsTo": "dct:conformsTo",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "description": {"@container": "@language"},
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "name": {"@container": "@language"},
    **{term: f"cr:{term}" for term in _TERMS.split()},
}
_TYPES = {
    "string": "sc:Text",
    "integer": "sc:Integer",
    "number": "sc:Float",
    "boolean": "sc:Boolean",
    "date": "sc:Date",
}


def _make(contents: Contents) -> bytes | None:
    files = [*contents.csv_files]
    if (about := contents.description) is None or not files:
        return None
    return as_json(
        {
            "@context": _CONTEXT,
            "@type": "sc:Dataset",
            "conformsTo": "http://mlcommons.org/croissant/1.1",
            "name": about.titles,
            **known(description=about.descriptions),
            **linked_data.dataset(about),
            "license": about.licence_url,
            **known(creator=_makers(about)),
            "citeAs": _citation(about),
            "distribution": [_file(each) for each in files],
            "recordSet": [_records(each.table) for each in files],
        }
    )


def _makers(about: Description) -> list[dict[str, Any]]:
    """The creators; none if a type is not known, which the standard demands. The citation names them all."""
    return [linked_data.maker(each) for each in about.makers] if all(each.kind for each in about.makers) else []


def _citation(about: Description) -> str:
    """The citation in BibTeX, which the standard asks for."""
    authors = " and ".join(f"{{{each.name}}}" for each in about.makers)
    year = f", year = {{{about.day.year}}}" if about.day else ""
    return f"@misc{{dataset, author = {{{authors}}}, title = {{{about.title}}}, version = {{{about.version}}}{year}}}"


def _file(file: CsvFile) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": file.path,
        "contentUrl": file.path,
        **linked_data.file(file.path, file.digest),
    }


def _records(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": table.description,
        "key": [{"@id": f"{table.name}/{name}"} for name in table.key],
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    # Its library reads the tables in the order of the references, and refuses circles, which optional ones make.
    found = column.foreign_key if column.required else ()
    references = [{"field": {"@id": f"{target.table}/{target.column}"}} for target in found]
    return {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": column.description,
        "dataType": _TYPES[column.type],
        "source": {"fileObject": {"@id": f"csv/{table.name}.csv"}, "extract": {"column": column.name}},
        **known(references=references[0] if references else None),
    }


DOCUMENT = Document("croissant.json", _make)

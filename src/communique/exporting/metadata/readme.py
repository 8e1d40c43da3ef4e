"""The README of the dataset: what a row counts, which value to use, what a format does not keep, how to cite."""

from __future__ import annotations

from collections.abc import Iterator

from ..losses import LOSSES, READ_BACK
from ..views import VIEWS
from .description import Description
from .document import Contents, Document

_FORMATS = {
    "csv": "one table a file, in UTF-8. What is not given is an empty cell. `datapackage.json` has the types of the "
    "columns, which the files do not say.",
    "csv-excel": "the tables for a spreadsheet, in UTF-16 with tabs. An apostrophe stands before what it would take "
    "for a formula, a number or a date.",
    "parquet": "the tables with the types of their columns.",
    "corpus.sqlite": "the tables in one database. Booleans are 0 and 1, days are texts.",
    "corpus.duckdb": "the tables with the types of their columns, in one database.",
    "corpus.xlsx": "the tables that have rows, as sheets.",
    "corpus.graphml": "announcements, actors, instruments and occasions as a graph, with few of their values.",
    "corpus.json": "all records, nested. Of the sources that support an assertion it lists at most a hundred.",
    "corpus.jsonld": "the tables as linked data. Only what is shown, not contradicted and put as a fact is in terms of "
    "schema.org and ELI too.",
    "feed.atom": "the records that were made or changed last, a thousand at most.",
    "calendar.ics": "days that were set in advance, and the days by which commitments are due, past ones too.",
    "jsonl": "what `corpus.json` has, one object a line.",
}
_LOSSES = """\
In the tables a text column has one language, and `texts` has all; a date is a text (EDTF) with the first and the last
day that it names, which are empty if they are open or outside the years 1 to 9999; extensions are JSON in one cell.
"""
_VALUES = """\
The tables have every value that the sources give, also those that contradict each other. `shown` is true for the value
to use; where nobody has decided between two, it is true for both, and so is `competes`. `sources_at_least` and
`sources_at_most` are the independent sources of a value: give both numbers, or only the lower one. Tables include
drafts and withdrawn records; choose by `status`. A join repeats rows, so count things in their own table.
"""
_VIEWS = """\
The last ones ({}) are views, for reading: they are made of the others, say nothing that these do not, and have names
beside ids. The rows are in the order of the announcements, and in `timeline` of the days.
"""


def _make(contents: Contents) -> bytes | None:
    if (about := contents.description) is None:
        return None
    parts = (
        f"# {about.title}",
        about.description,
        "\n".join(_facts(about)),
        "## How to cite",
        _citation(about),
        "## Files",
        "\n".join(_files(contents)),
        _LOSSES,
        f"`communique import` reads {', '.join(sorted(READ_BACK))} back into records. Not kept are:",
        "\n".join(f"- {each.text}" for each in LOSSES),
        "## Which value to use",
        _VALUES,
        "## What a row is",
        "\n".join(_tables(contents)),
        _VIEWS.format(", ".join(f"`{name}`" for name in VIEWS)),
    )
    return ("\n\n".join(part.strip() for part in parts if part) + "\n").encode()


def _facts(about: Description) -> Iterator[str]:
    yield f"- Version: {about.version}" + (f", of {about.day}" if about.day else "")
    yield f"- Licence: [{about.licence}]({about.licence_url})"
    yield f"- Sources were looked at up to: {about.as_of}; later events are not in it."
    if about.note:
        yield f"- What is covered: {' '.join(about.note.split())}"
    yield f"- Languages: {', '.join(about.languages)}"
    if about.url:
        yield f"- Address: <{about.url}>"


def _citation(about: Description) -> str:
    """Creators, year, title, version, address."""
    names = "; ".join(each.name for each in about.makers)
    year = f" ({about.day.year})" if about.day else ""
    return f"{names}{year}: {about.title}, version {about.version}." + (f" <{about.url}>" if about.url else "")


def _files(contents: Contents) -> Iterator[str]:
    """The formats that are known here, and then what else there is."""
    found = sorted({path.partition("/")[0] for path in contents.files})
    yield from (f"- `{name}`: {meaning}" for name, meaning in _FORMATS.items() if name in found)
    yield from (f"- `{name}`" for name in found if name not in _FORMATS)


def _tables(contents: Contents) -> Iterator[str]:
    yield "| table | rows | a row is |"
    yield "| --- | ---: | --- |"
    for name, table in contents.tables.items():
        yield f"| {name} | {contents.rows[name]} | {table.counts} |"


DOCUMENT = Document("README.md", _make)

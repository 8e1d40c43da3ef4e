"""The README of the dataset: what a row counts, which value to use, what a format does not keep, how to cite."""

from __future__ import annotations

from collections.abc import Iterator

from .description import Description
from .document import Contents, Document

_FORMATS = {
    "csv": "One table a file, in UTF-8. What is not given is an empty cell. It does not say the types of its columns; "
    "`datapackage.json` does.",
    "parquet": "The same tables, with the types of their columns.",
    "corpus.sqlite": "The same tables in one database. Booleans are 0 and 1, days are texts.",
    "corpus.json": "All records, nested. Of the sources that support an assertion it lists at most a hundred.",
    "jsonl": "The same, one object a line.",
}
_LOSSES = """\
No file keeps the comments and the layout of the records. In the tables a text column has one language, and `texts` has
all; a date is a text (EDTF) with the first and the last day that it names, which are empty if they are open or outside
the years 1 to 9999; extensions are JSON in one cell.
"""
_VALUES = """\
The tables have every value that the sources give, also those that contradict each other. `shown` is true for the value
to use; where nobody has decided between two, it is true for both, and so is `competes`. `sources_at_least` and
`sources_at_most` are the independent sources of a value: give both numbers, or only the lower one. Tables include
drafts and withdrawn records; choose by `status`. A join repeats rows, so count things in their own table.
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
        "## Which value to use",
        _VALUES,
        "## What a row is",
        "\n".join(_tables(contents)),
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
    for name in sorted({path.partition("/")[0] for path in contents.files}):
        yield f"- `{name}`" + (f": {_FORMATS[name]}" if name in _FORMATS else "")


def _tables(contents: Contents) -> Iterator[str]:
    yield "| table | rows | a row is |"
    yield "| --- | ---: | --- |"
    for name, table in contents.tables.items():
        yield f"| {name} | {contents.rows[name]} | {table.counts} |"


DOCUMENT = Document("README.md", _make)

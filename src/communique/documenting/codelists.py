"""The page about codelists: every code, with its definition."""

from __future__ import annotations

from collections.abc import Iterator

from ..codelists import CODELISTS, Codelist
from .markdown import page, table

PAGE = "reference/codelists.md"

_HEAD = """# Codelists

A field with a codelist takes one of the codes below and nothing else. A published code is never renamed, reused or
given another meaning. `communique codes LIST` prints a list offline; `schemas/VERSION/codelists/` has each as CSV."""


def pages() -> Iterator[tuple[str, str]]:
    """The page: name below the folder of the documentation, and text."""
    yield PAGE, page(_HEAD, *map(_section, sorted(CODELISTS, key=lambda codelist: codelist.list_name)))


def _section(codelist: type[Codelist]) -> str:
    rows = [(f"`{code}`", code.definition, ", ".join(code.also), code.since) for code in codelist]
    columns = ("code", "definition", "synonyms", "since")
    return f"## {codelist.list_name}\n\n{(codelist.__doc__ or '').strip()}\n\n{table(columns, rows)}"

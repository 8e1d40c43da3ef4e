"""The page about codelists: every code, with its definition; and the usual units."""

from __future__ import annotations

from collections.abc import Iterator
from inspect import cleandoc

from ..codelists import CODELISTS, Codelist
from ..lexicon.unit_names import UNITS
from .markdown import page, table

PAGE = "reference/codelists.md"

_HEAD = """# Codelists

A field with a codelist takes one of the codes below and nothing else. A published code is never renamed, reused or
given another meaning. `communique codes LIST` prints a list offline; `schemas/VERSION/codelists/` has each as CSV."""

_UNITS = """## Units

A unit is no code: a field for a unit takes any noun. But a usual unit has one spelling, and a rule
([CQ421](rules/CQ421.md)) names it. The last column has the code of the unit in UCUM or QUDT. `communique codes unit`
prints the list."""


def pages() -> Iterator[tuple[str, str]]:
    """The page: name below the folder of the documentation, and text."""
    sections = map(_section, sorted(CODELISTS, key=lambda codelist: codelist.list_name))
    yield PAGE, page(_HEAD, *sections, _UNITS, _units())


def _units() -> str:
    rows = [(f"`{unit.name}`", unit.meaning, ", ".join(unit.spellings), unit.code) for unit in UNITS]
    return table(("unit", "meaning", "other spellings", "code"), rows)


def _section(codelist: type[Codelist]) -> str:
    rows = [(f"`{code}`", code.definition, ", ".join(code.also), code.since) for code in codelist]
    columns = ("code", "definition", "synonyms", "since")
    return f"## {codelist.list_name}\n\n{cleandoc(codelist.__doc__ or '')}\n\n{table(columns, rows)}"

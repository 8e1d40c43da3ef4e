"""The page about the tables of an export: what a row counts, and what each column holds."""

from __future__ import annotations

from collections.abc import Iterator

from ..tables import Table, empty_tables

_HEAD = """# Tables of an export

`communique export --format csv` writes these tables, one file each, in UTF-8 by RFC 4180. `Corpus.tables()` gives the
same to pandas or polars. All tables are always there, empty ones too, and their columns stand in this order.

- **What to count.** Each table says what one row of it is. Count announcements in `announcements`; a join repeats rows.
- **Keys.** `id` is for ever. `key` is made from an assertion's local id, or from what it says; it does not depend on
  its place in the record, and changes when what it says changes. A column `..._id` holds an `id`; its meaning names the
  table. In a table whose rows may belong to several tables, `parent_table` and
  `parent_key` say to which row.
- **Competing values.** All values that the sources give are here. `shown` is true for the one to show: the preferred
  one, else the first that is not deprecated.
- **Dates.** A date stands as it was written (EDTF), and beside it the first and the last day that it names, to which
  precision, and whether it is uncertain or approximate: then it may lie outside these days.
- **Numbers.** A number is what the source gives; read it with its `comparator`.
- **Texts.** A column with text holds English if there is any; `texts` holds every language.
- **pandas** takes the country code `NA` (Namibia) for a missing value: use `read_csv(..., keep_default_na=False)`.
  **Excel** opens UTF-8 rightly by "Data > From Text/CSV"; a cell that begins with `=` is shown to it as it stands.
- **Empty** means not given. What is knowingly unknown is in `unknown`, with the reason.
"""


def pages() -> Iterator[tuple[str, str]]:
    """The page: name below the folder of the documentation, and text."""
    yield "tables.md", "\n".join([_HEAD, *map(_section, empty_tables().values())])


def _section(table: Table) -> str:
    rows = "\n".join(f"| `{column.name}` | {column.type} | {column.description} |" for column in table.columns)
    return f"## {table.name}\n\nA row is {table.counts}.\n\n| column | type | meaning |\n| --- | --- | --- |\n{rows}\n"

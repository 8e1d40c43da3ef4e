"""The page about the tables of an export: the meaning of rows and columns."""

from __future__ import annotations

from collections.abc import Iterator

from ..exporting.tables import Table, empty_tables

_HEAD = """# Tables of an export

`communique export --format csv` writes these tables, one file each, in UTF-8 by RFC 4180. `Corpus.tables()` gives the
same to pandas or polars. All tables are always there, empty ones too, and their columns stand in this order.

- **What to count.** Each table says what one row of it is. Count announcements in `announcements`; a join repeats rows.
  Drafts and records that were withdrawn or superseded are here too, with what they say: choose by `status`.
- **Keys.** `id` is for ever. `key` is made from an assertion's local id, or from what it says; it does not depend on
  its place in the record, and changes when what it says changes. A column `..._id` holds an `id`; its meaning names the
  table. In a table whose rows may belong to several tables, `parent_table` and
  `parent_key` say to which row.
- **Competing values.** All values that the sources give are here. `shown` is TRUE for the preferred one. If none is
  preferred, it is TRUE for the first one that is not deprecated; where values contradict each other, or are called
  disputed, for each side, and `competes` says so. So `WHERE shown` gives one row for each thing, except where nobody
  has decided. A value that only tells less exactly what another one says is no side of its own. Values that can be
  true side by side, such as several members, are all shown. `competes` compares only what is shown: where one value is
  preferred it is FALSE, though sources contradict that value, or its `confidence` is `disputed`.
- **For and against.** `supporting_sources` counts the sources of a value. Moments that are the same instant count for
  each other, and for the day on which they are by their own clock. `contradicting_sources` counts the sources of what
  cannot be so with it. What is told less exactly contradicts nothing: a month and a day in it, a day and a moment on
  it, a moment without an offset from UTC and an instant at which some clock on earth shows it, "more than 120" and 123.
- **Dates.** A date stands as it was written (EDTF), and beside it the first and the last day that it names, to which
  precision, and whether it is uncertain or approximate: then it may lie outside these days. The day of a moment is the
  one on the spot, by its own offset from UTC.
- **Days.** `day` of an announcement or a measure is worked out. Where `day_competes` is TRUE, it is only the first of
  several that are open to dispute; all of them are in `dates`. The day of a measure is the one on which it was done
  only if its `modality` is `asserted` and `day_basis` is not `announcement`. What is denied has no day.
- **Numbers.** A number is what the source gives; read it with its `comparator`.
- **Texts.** A column with text holds English if there is any; `texts` holds every language.
- **Empty** means not given. What is knowingly unknown is in `unknown`, with the reason.

## Reading the files

Every text stands in quotes. Numbers, dates (year-month-day) and `TRUE` and `FALSE` stand bare, and what is not given is
nothing at all between two commas. In a column with fractions every number has a decimal point.

- **R**: `read.csv(file, na.strings = "")` reads `shown` as logical; without `na.strings`, the country code `NA`
  (Namibia) becomes a missing value.
- **pandas** does so too: use `read_csv(file, keep_default_na=False, na_values=[""])`.
- **DuckDB** and **polars** look at the first rows to learn the types. Let them look at all of a large file:
  `read_csv(file, sample_size=-1)` and `read_csv(file, infer_schema_length=None)`.
- A text of digits, such as the edition `03`, is taken for a number by most programs, quotes or no quotes: name the
  type of the column where that matters.
- **Spreadsheets** run a cell that begins with `=`, `+`, `-` or `@` as a formula, quoted or not. The files hold each
  text as the record has it, and the words may come from a page that anybody can write. Do not open such a file by a
  double click: import it, and set the columns with text to the type "Text" (Excel: "Data > From Text/CSV"; LibreOffice:
  the window that opens with the file).

## JSON

`corpus.json` has everything in one file, `jsonl/` one thing in a line. `corroboration` there names the sources for and
against each assertion, a hundred at most; `more_supporting` and `more_contradicting` then say how many more there are.

With `--embed`, things stand in the place of their ids. In what is embedded, the one thing that it is part of or derives
from is embedded in turn, up to three levels; its lists keep their ids, and so does what would contain itself. An
announcement is embedded as its id, kind and title. If the result would be more than a hundred times as large as the
records, the export is refused.
"""


def pages() -> Iterator[tuple[str, str]]:
    """The page: path below the documentation folder, and text."""
    yield "tables.md", "\n".join([_HEAD, *map(_section, empty_tables().values())])


def _section(table: Table) -> str:
    rows = "\n".join(f"| `{column.name}` | {column.type} | {column.description} |" for column in table.columns)
    return f"## {table.name}\n\nA row is {table.counts}.\n\n| column | type | meaning |\n| --- | --- | --- |\n{rows}\n"

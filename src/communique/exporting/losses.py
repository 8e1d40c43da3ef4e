"""What an export of tables or of whole records does not keep of them. Everything else is kept; the tests hold both."""

from __future__ import annotations

from typing import NamedTuple

TABLES = frozenset({"csv", "parquet", "sqlite", "duckdb", "xlsx"})
"""The formats of tables that are read back."""

READ_BACK = TABLES | {"json", "jsonl"}
"""The formats that are read back."""

CSV_EXCEL = "csv-excel"
SHEETS = frozenset({CSV_EXCEL, "xlsx"})
"""The formats whose cells have a longest text. `csv-excel` is not read back."""


class Loss(NamedTuple):
    """What is lost, and in which formats; by default in all that are read back."""

    name: str
    meaning: str
    formats: frozenset[str] = READ_BACK

    @property
    def text(self) -> str:
        """The meaning, with the formats if it is not lost in all."""
        if self.formats == READ_BACK:
            return self.meaning
        return f"{self.meaning} ({', '.join(sorted(self.formats))})"


LOSSES = (
    Loss("layout", "comments, the order of fields, the layout of the files, and their names"),
    Loss("default", "whether a value was written that counts anyway, such as `rank: normal` or an empty list"),
    Loss("schema_version", "an older `schema_version`: a record comes back in the version of the program"),
    Loss("fraction", "a fraction of zero: 12.0 comes back as 12", TABLES),
    Loss("local_id", "the local id of an assertion that is nothing but 12 hexadecimal digits", TABLES),
    Loss("long_text", "the end of a text of more than 32,767 characters", SHEETS),
    Loss("line_break", "line breaks and tabs in a text, which are spaces", frozenset({CSV_EXCEL})),
)
"""What is lost on the way from records to an export, and back."""

"""How large an export may be that is read back. A file from elsewhere may be anything."""

from __future__ import annotations

from ..reading.limits import MAX_BYTES

MAX_ROWS = 1_000_000
"""The rows of all tables together."""

MAX_EXPORT = 500_000_000
"""The bytes of a file, and of what it unpacks to."""

MAX_CELL = MAX_BYTES
"""The characters of a cell: as many as a record may have."""

MAX_COLUMNS = 500

MAX_MERGED = 1_000
"""The merged areas of a sheet."""

MAX_LINKS = 100_000
"""The linked cells of a sheet."""

MAX_DIRECTORY = 1_000_000
"""The bytes of the list of parts that a workbook has; one of some thousand parts is damaged, or hostile."""

MAX_PART = 2_000_000
"""The bytes of a part of a workbook that is parsed as a whole, such as its styles."""

MAX_VALUES = 2_000_000
"""The brackets and commas of a library in JSON, which are about as many as its values."""

MAX_SHEET_ROWS = 20_000
"""The rows of a sheet that people keep by hand."""

MAX_SHEET_BYTES = 50_000_000
"""The bytes of such a sheet, and of what it unpacks to."""

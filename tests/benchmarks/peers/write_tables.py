"""Writes announcements as CSV tables with frictionless. Arguments: the file of ``list_announcements``, a new folder.

One table has the announcements, and there is one for each of their lists of objects, such as dates and roles, with the
id of the announcement. What lies deeper is a cell in JSON.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from frictionless.resources import TableResource

Row = dict[str, Any]


def main(listed: str, to: str) -> None:
    tables: dict[str, list[Row]] = defaultdict(list)
    for record in json.loads(Path(listed).read_text(encoding="utf-8"))["main"]:
        rows = {name: value for name, value in record.items() if _is_table(value)}
        tables["announcements"].append(_cells({name: each for name, each in record.items() if name not in rows}))
        for name, items in rows.items():
            tables[name] += (_cells({"announcement": record["id"], **item}) for item in items)
    Path(to).mkdir()
    for name, all_rows in tables.items():
        header = list(dict.fromkeys(column for row in all_rows for column in row))
        TableResource(data=[header, *([row.get(column) for column in header] for row in all_rows)]).write(
            f"{to}/{name}.csv"
        )


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


def _cells(row: Row) -> Row:
    return {name: json.dumps(value) if isinstance(value, dict | list) else value for name, value in row.items()}


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

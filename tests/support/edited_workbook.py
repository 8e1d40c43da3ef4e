"""A colleague who edits an exported workbook, by openpyxl."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook


class EditedWorkbook:
    """A workbook that is edited by the names of its sheets and columns."""

    def __init__(self, path: Path) -> None:
        self.book = load_workbook(path)

    def columns(self, sheet: str) -> dict[str, int]:
        """The numbers of the columns by their names."""
        return {str(cell.value): at for at, cell in enumerate(self.book[sheet][1], start=1)}

    def row(self, sheet: str, **values: Any) -> int:
        """The number of the only row with these values."""
        columns, cells = self.columns(sheet), self.book[sheet].iter_rows(min_row=2, values_only=True)
        (found,) = (
            number
            for number, row in enumerate(cells, start=2)
            if all(row[columns[name] - 1] == value for name, value in values.items())
        )
        return found

    def first(self, sheet: str, announcement: str) -> int:
        """The number of the first row of an announcement."""
        column = self.columns(sheet)["id" if sheet == "announcements" else "announcement_id"]
        return next(
            cell.row for (cell,) in self.book[sheet].iter_rows(2, None, column, column) if cell.value == announcement
        )

    def set(self, sheet: str, row: int, **values: Any) -> None:
        """Write values to cells; None empties a cell."""
        for name, value in values.items():
            self.book[sheet].cell(row, self.columns(sheet)[name]).value = value

    def add(self, sheet: str, **values: Any) -> None:
        """Add a row below the others."""
        self.set(sheet, self.book[sheet].max_row + 1, **values)

    def delete(self, sheet: str, row: int) -> None:
        """Delete a row; those below move up."""
        self.book[sheet].delete_rows(row)

    def save(self, path: Path) -> Path:
        """Write the workbook."""
        self.book.save(path)
        return path

"""A table of an export, read by a program that is not ours."""

from __future__ import annotations

from pathlib import Path

import pandas


def table(folder: Path, name: str) -> pandas.DataFrame:
    return pandas.read_csv(folder / "csv" / f"{name}.csv")

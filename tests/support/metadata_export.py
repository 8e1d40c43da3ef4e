"""An export of a small corpus with its metadata."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import communique

from .written_corpus import DATASET, announcement, registry, write


def exported(to: Path, dataset: dict[str, Any] | None = None, formats: tuple[str, ...] = ("csv", "metadata")) -> Path:
    """The folder of an export of one announcement, with these fields in the dataset record; without it if None."""
    files = {"a": announcement("a"), "all": registry("all", sources=[{"id": "report", "type": "news"}])}
    files["all"]["sources"][0]["access"] = "full_text"
    (to / "in").mkdir()
    write(to / "in", files | ({} if dataset is None else {"dataset": {**DATASET, **dataset}}))
    communique.export(communique.load(to / "in"), formats, to / "out")
    return to / "out"

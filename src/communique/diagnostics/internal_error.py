"""A defect of communique itself, in one line: it is reported beside the findings, and hides none of them."""

from __future__ import annotations

import traceback
from pathlib import PurePath

_LONGEST = 500


def internal_error(doing: str, path: str, error: Exception) -> str:
    """What the program was ``doing`` to the file at ``path``, which error stopped it, and where in the code."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{PurePath(place.filename).name}:{place.lineno}"
    return f"{doing} {path}: {type(error).__name__} at {where}: {error}"[:_LONGEST]

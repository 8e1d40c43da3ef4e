"""A defect of communique itself, in one line: it is reported beside the findings, and hides none of them."""

from __future__ import annotations

from ..errors import defect

_LONGEST = 500


def internal_error(doing: str, path: str, error: Exception) -> str:
    """What the program was ``doing`` to the file at ``path``, which error stopped it, and where in the code."""
    return f"{doing} {path}: {defect(error)}"[:_LONGEST]

"""What ``--write-mapping`` does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .exits import fail
from .output import say

if TYPE_CHECKING:
    from ..adding.mapping import ColumnMapping


def write_mapping(mapping: ColumnMapping | None, why_none: str) -> None:
    """Write the file of a mapping of columns that is guessed; exits if there is none, for the reason ``why_none``."""
    if not mapping:
        fail(f"--write-mapping: {why_none}")
    elif not mapping.is_guessed:
        fail(f"--write-mapping: {mapping.path} is there already")
    else:
        say(f"wrote {mapping.write()}; correct it, and repeat the command without --write-mapping: it reads the file")

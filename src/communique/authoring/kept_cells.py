"""What an import keeps beside a draft: the cells of its row that no field takes, for a person to look at."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..text.pointer import Pointer

KEY = "key"
"""The field under ``extensions`` that has what tells a row apart from others."""

IMPORTED = "imported"
"""The field beside it with the digests of what was written."""


def kept_cells(data: Any) -> Iterator[tuple[Pointer, Any]]:
    """The cells that imports have kept in a record, and where they are."""
    extensions = data.get("extensions") if isinstance(data, dict) else None
    for namespace, own in extensions.items() if isinstance(extensions, dict) else ():
        if isinstance(own, dict) and KEY in own and IMPORTED in own:
            for name, value in own.items():
                if name not in (KEY, IMPORTED):
                    yield ("extensions", namespace, name), value

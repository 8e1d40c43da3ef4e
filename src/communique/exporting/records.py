"""What is exported: records and what they define, wherever they are held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from ..corpus.provenance import Derived
from ..models import Model


class Records(Protocol):
    """Records and what they define. A `Corpus` holds them in memory, `StoredRecords` on disk.

    ``roots`` is everything with its own table row: by the name of its table, then by id in the order of the ids.
    ``sources`` has at least the sources that derive from another one.
    """

    @property
    def roots(self) -> Mapping[str, Mapping[str, Model]]: ...

    @property
    def sources(self) -> Mapping[str, Derived]: ...

"""Views: tables for reading, which join what belongs together and put names beside ids.

Each view is a module here with a `View`, which is found automatically. It is a query over the tables, so it says what
these say and nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType

from ...files.package_modules import values_in
from ..tables import Table, empty_tables
from .view import View

__all__ = ["VIEWS", "View", "tables_and_views"]

VIEWS: Mapping[str, View] = MappingProxyType({each.name: each for each in values_in(sys.modules[__name__], View)})


def tables_and_views() -> dict[str, Table]:
    """Every table by name and then every view, without rows."""
    return {**empty_tables(), **VIEWS}

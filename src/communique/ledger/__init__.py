"""Writes the ledger: as text for people, as CSV and JSON for programs, and as a calendar.

Each format is a module here with a `Format`, which is found automatically.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType

from ..files.package_modules import values_in
from .format import Format

__all__ = ["FORMATS", "Format"]

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in values_in(sys.modules[__name__], Format)})

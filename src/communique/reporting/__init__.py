"""Writes a report as text. Each format is a module here with a `Format`, which is found automatically."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from types import MappingProxyType

from ..files.package_modules import values_in
from .format import Format
from .style import Style

__all__ = ["FORMATS", "Format", "Style"]

FORMATS: Mapping[str, Format] = MappingProxyType({each.name: each for each in values_in(sys.modules[__name__], Format)})

"""Writes a report as text. Each format is a module here with a `Format`, which is found automatically."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .format import Format
from .style import Style

__all__ = ["Format", "Style", "formats"]


@cache
def formats() -> Mapping[str, Format]:
    """Every format by its name, all of which are imported."""
    from ..files.package_modules import values_in

    return MappingProxyType({each.name: each for each in values_in(sys.modules[__name__], Format)})


def default_format(*, is_terminal: bool) -> Format:
    """The format for a terminal, or else for a file or a log; no other is imported."""
    if is_terminal:
        from .full import FORMAT
    else:
        from .concise import FORMAT
    return FORMAT

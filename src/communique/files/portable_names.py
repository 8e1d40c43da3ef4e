"""File names that are not allowed on every system."""

from __future__ import annotations

import re

from ..lazy import lazy_pattern

_DEVICE_NAMES = lazy_pattern(
    r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$) *(?:[.:].*)?", re.IGNORECASE | re.DOTALL
)
_NOT_ALLOWED = lazy_pattern(r'[<>:"\\|?*\x00-\x1f]|[ .]$')


def refused_by_windows(name: str) -> bool:
    r"""Whether Windows does not allow a file or folder of this name, so that a repository cannot be checked out there.

    Device names are reserved with any text after the first full stop; spaces before the full stop are ignored.

    >>> list(filter(refused_by_windows, ["aux.yaml", "nul.tar.yaml", "COM¹", "console.yaml", "what?", "2026"]))
    ['aux.yaml', 'nul.tar.yaml', 'COM¹', 'what?']
    """
    return _DEVICE_NAMES.fullmatch(name) is not None or _NOT_ALLOWED.search(name) is not None

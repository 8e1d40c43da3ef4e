"""Names that a file may bear on one system and not on another."""

from __future__ import annotations

import re

_DEVICES = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)", re.IGNORECASE)
_REFUSED = re.compile(r'[<>:"\\|?*\x00-\x1f]|[ .]$')


def refused_by_windows(name: str) -> bool:
    r"""Whether Windows makes no file or folder of this name, so that nobody there can check out a repository with it.

    Device names are reserved whatever follows their first full stop, and spaces before it do not count.

    >>> list(filter(refused_by_windows, ["aux.yaml", "nul.tar.yaml", "COM¹", "console.yaml", "what?", "2026"]))
    ['aux.yaml', 'nul.tar.yaml', 'COM¹', 'what?']
    """
    stem = re.split("[.:]", name, maxsplit=1)[0].rstrip(" ")
    return _DEVICES.fullmatch(stem) is not None or _REFUSED.search(name) is not None

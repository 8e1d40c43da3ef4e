"""Reads TOML files; errors name the line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from ..errors import CommuniqueError, reason
from ..lazy import lazy_pattern
from .regular_file import read_regular

_MAX_BYTES = 1_000_000
_POSITION = lazy_pattern(r"\(at (line \d+, column \d+|end of document)\)")


class TomlError(CommuniqueError, ValueError):
    """The file cannot be read or is not valid TOML; the message says why and where."""


def read_text(path: Path) -> str:
    """The text of the file, without a byte order mark.

    Raises:
        TomlError: it cannot be opened, is not a regular file, is too large or is not UTF-8.
    """
    try:
        content = read_regular(path, _MAX_BYTES)
    except OSError as error:
        raise TomlError(f"cannot read the file: {reason(error)}") from error
    if len(content) > _MAX_BYTES:
        raise TomlError(f"the file is larger than {_MAX_BYTES:,} bytes, too large for settings")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise TomlError(f"line {line} is not UTF-8; save the file as UTF-8") from error


def parse(text: str) -> dict[str, Any]:
    """The table in the text.

    Raises:
        TomlError: it is not TOML, or nested too deeply.
    """
    import tomllib

    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise TomlError("the values are nested too deeply") from error
    except ValueError as error:
        found = _POSITION.search(str(error))
        where = f" ({found[1]})" if found else ""
        raise TomlError(f"invalid TOML{where}; write each setting as key = value, and each key only once") from error

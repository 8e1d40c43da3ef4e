"""What the program is: whatever its findings depend on besides the files that it checks."""

from __future__ import annotations

import os
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ..files.checksum import sha256
from ..schemas import store
from ..version import __version__

_LIBRARIES = ("yaml", "pydantic", "pydantic_core", "jsonschema", "babel", "pycountry", "langcodes", "idna")


@cache
def fingerprint() -> str:
    """A text that differs between two states of the program: of its files, its schemas and its libraries.

    Files are known by what the system says of them, as reading them would take longer than a check.
    """
    root = Path(__file__).parents[1]
    libraries = (spec.origin for name in _LIBRARIES if (spec := find_spec(name)) and spec.origin)
    states = [*_states(str(root)), *_states(str(store.folder())), *map(_state, libraries)]
    whole = "\n".join([__version__, sys.version, *sorted(states)])
    return sha256(whole.encode("utf-8", "surrogatepass"))


def _states(folder: str) -> list[str]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                found += _states(entry.path) if entry.name != "__pycache__" else []
            else:
                found.append(_state(entry.path))
    return found


def _state(path: str) -> str:
    status = os.stat(path)  # noqa: PTH116  for some hundred files at each start
    return f"{path} {status.st_size} {status.st_mtime_ns}"

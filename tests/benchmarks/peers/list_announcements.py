"""Writes the announcements of a corpus as one JSON list, as flatten-tool wants them. Arguments: folder, file."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

_SHORT = ("evidence", "derived_from")


def main(folder: str, to: str) -> None:
    paths = sorted(Path(folder).glob("2*/*/*.yaml"))
    records = [_written_out(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)) for path in paths]
    Path(to).write_text(json.dumps({"main": records}, ensure_ascii=False), encoding="utf-8")


def _written_out(value: Any, name: str = "") -> Any:
    """With objects where a text stands for one, because flatten-tool refuses lists of both."""
    if isinstance(value, dict):
        return {each: _written_out(inner, each) for each, inner in value.items()}
    if isinstance(value, list):
        return [
            {"source": item} if isinstance(item, str) and name in _SHORT else _written_out(item, "") for item in value
        ]
    return value


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

"""Writes the announcements of a corpus as one JSON list, as flatten-tool wants them. Arguments: folder, file."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import yaml


def main(folder: str, to: str) -> None:
    paths = sorted(Path(folder).glob("2*/*/*.yaml"))
    records = [yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader) for path in paths]
    Path(to).write_text(json.dumps({"main": records}, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])

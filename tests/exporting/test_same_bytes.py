"""Every format gives the same bytes from the same records: in another folder, on another day, in another process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from communique.exporting import FORMATS
from support.folders import CORPUS


@pytest.mark.slow
def test_neither_folder_nor_day_nor_hash_seed_changes_a_byte(tmp_path: Path) -> None:
    other = tmp_path / "other"
    for path in sorted(CORPUS.rglob("*.yaml"), reverse=True):
        (other / path.stem).mkdir(parents=True)
        shutil.copy(path, other / ("" if path.stem == "dataset" else path.stem) / path.name)
    # These time zones are 26 hours apart, so that it is never the same day in both.
    first = exported(CORPUS, tmp_path / "a", PYTHONHASHSEED="1", TZ="Etc/GMT+12")
    assert exported(other, tmp_path / "b", PYTHONHASHSEED="2", TZ="Pacific/Kiritimati") == first


def exported(records: Path, to: Path, **environment: str) -> dict[str, bytes]:
    """The files of all formats, made by a process of its own."""
    command = [
        sys.executable,
        "-m",
        "communique",
        "export",
        str(records),
        "--format",
        ",".join(FORMATS),
        "--to",
        str(to),
    ]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, **environment})
    return {path.relative_to(to).as_posix(): path.read_bytes() for path in to.rglob("*") if path.is_file()}

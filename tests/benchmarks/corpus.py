"""Writes a corpus of any size: ``cd tests; python -m benchmarks.corpus FOLDER --announcements 400``.

It is the shipped corpus many times. Each copy has ids, names, titles, addresses and identifiers of its own, so that
the whole is valid and no copy refers to another. With ``--errors 0.03`` three of a hundred announcements have one.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.closed_world import worlds
from benchmarks.slots import fill, tags
from benchmarks.spoiling import spoiled
from support.folders import RECORDS

_WORLDS_IN_A_FOLDER = 20


@dataclass
class Written:
    """What was written: how many announcements, files and bytes; and by path, the mistakes."""

    announcements: int = 0
    files: int = 0
    bytes: int = 0
    mistakes: dict[str, str] = field(default_factory=dict)


def write(folder: Path, announcements: int, *, as_json: bool = False, mistakes: float = 0, seed: int = 0) -> Written:
    """Write a corpus with so many announcements to a folder that does not exist; the same one for the same seed."""
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    written = Written(files=1, bytes=(RECORDS / "dataset.yaml").stat().st_size)
    all_worlds = list(worlds(announcements, as_json=as_json))
    random = Random(seed)
    for number, (world, tag) in enumerate(zip(all_worlds, tags(len(all_worlds), seed), strict=True)):
        part = f"{number // _WORLDS_IN_A_FOLDER:03}"
        for each in world:
            below = folder / each.folder / part
            below.mkdir(parents=True, exist_ok=True)
            path = below / (fill(each.name, tag).decode() + (".json" if as_json else ".yaml"))
            text = fill(each.text, tag)
            if each.is_announcement and random.random() < mistakes:
                written.mistakes[path.relative_to(folder).as_posix()], text = spoiled(text, random)
            path.write_bytes(text)
            written.announcements += each.is_announcement
            written.files += 1
            written.bytes += len(text)
    shutil.copy(RECORDS / "dataset.yaml", folder)  # last: a corpus that has it is complete
    return written


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="where to write it; the folder must not exist")
    parser.add_argument("--announcements", type=int, default=400, metavar="N")
    parser.add_argument("--json", action="store_true", help="JSON instead of YAML")
    parser.add_argument("--errors", type=float, default=0, metavar="SHARE", help="of the announcements; 0 to 1")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    made = write(given.folder, given.announcements, as_json=given.json, mistakes=given.errors, seed=given.seed)
    for path, mistake in made.mistakes.items():
        sys.stdout.write(f"{path}: {mistake}\n")
    sys.stdout.write(f"{made.announcements} announcements, {made.files} files, {made.bytes} bytes\n")


if __name__ == "__main__":
    main()

"""How many lines of a record a curator types if the record is made from notes by `communique new --from`.

    python tests/measure_typing.py           the announcements in tests/noting/announcements
    python tests/measure_typing.py NOTES RECORD [ENDING]
                                             one's own notes and the finished record, with the ending for --about

The record is taken out of its corpus and made again from the notes. Typed are: the command, every line of the notes,
and every line by which the finished record differs from what the command wrote. For that, both are laid out in the same
way, with definitions in the same order; a line that is not the same to the letter counts as typed. Empty lines count
nowhere. The share is of the lines of the finished record as it is in its file.
"""

from __future__ import annotations

import contextlib
import difflib
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parent))

from communique.cli import cli
from communique.importing.record_files import record_text
from support.folders import CORPUS, RECORDS, ROOT, copied

ANNOUNCEMENTS = Path(__file__).parent / "noting" / "announcements"
FACTS = ROOT.parent / "shared" / "facts" / "more.yaml"
DEFINITIONS = ("sources", "actors", "instruments", "occasions")
_ADDRESS = re.compile(r"https?://\S+")
_LABEL = re.compile(r"^\s*(?:-\s+)?(?:[\w-]+ = )?[|\s]*$")
_LAYOUT = re.compile(r"^#|^\s*$")


class Typed(NamedTuple):
    """What was typed for one record: lines of notes, and lines that were corrected in what was made of them."""

    id: str
    notes: list[str]
    edited: list[str]
    made: list[str]
    finished: list[str]

    @property
    def lines(self) -> int:
        """All lines that were typed, with the command."""
        return 1 + len(self.notes) + len(self.edited)

    @property
    def share(self) -> float:
        """The part of the lines of the finished record that was typed."""
        return self.lines / len(self.finished)

    @property
    def lines_without_addresses(self) -> int:
        """The lines that were typed if addresses are copied: those with nothing else than a label do not count."""
        return self.lines - sum(
            bool(_ADDRESS.search(each) and _LABEL.match(_ADDRESS.sub("", each))) for each in self.notes
        )

    @property
    def share_of_characters(self) -> float:
        """The part of the letters and signs that was typed, without spaces."""
        return _characters([*self.notes, *self.edited]) / _characters(self.finished)


def measure(notes: Path, record: Path, corpus: Path, ending: str = "") -> Typed:
    """Count what was typed to make a record from notes."""
    made = made_from(notes, record.name, corpus, ending)
    return counted(record.stem, notes.read_text(encoding="utf-8"), made, record.read_text(encoding="utf-8"))


def made_from(notes: Path, name: str, corpus: Path, ending: str) -> str:
    """What the command writes for the notes, in a copy of the corpus without the record."""
    command = ["new", name.removesuffix(".yaml"), "--from", "notes.txt", "--to", "records"]
    with tempfile.TemporaryDirectory() as folder:
        work = copied(corpus, Path(folder) / "records").parent
        for each in work.rglob(name):
            each.unlink()
        shutil.copyfile(notes, work / "notes.txt")
        with contextlib.chdir(work):
            done = CliRunner().invoke(cli, [*command, *(["--about", ending] if ending else [])])
        assert done.exit_code == 0, done.output
        return (work / "records" / name).read_text(encoding="utf-8")


def counted(id: str, notes: str, made: str, finished: str) -> Typed:
    """What was typed, of the notes and of the changes to what was made of them."""
    edited = [line[2:] for line in _changes(made, finished) if line.startswith("+ ")]
    return Typed(id, _lines(notes), edited, _lines(made), _lines(finished))


def _changes(made: str, finished: str) -> Iterator[str]:
    """The lines that differ, between what was made and the finished record in the same layout."""
    before, after = yaml.safe_load(made), yaml.safe_load(finished)
    after["schema_version"] = before["schema_version"]  # a newer communique writes a newer one, which nobody types
    order = {each["id"]: number for name in DEFINITIONS for number, each in enumerate(before.get(name, ()))}
    for name in DEFINITIONS:
        if name in after:
            after[name] = sorted(after[name], key=lambda each: order.get(each["id"], len(order)))
    laid_out = record_text(_like(after, before)).splitlines()
    yield from difflib.ndiff(_lines(made), _lines("\n".join(laid_out)), linejunk=None, charjunk=None)


def _like(value: Any, other: Any) -> Any:
    """The same value, with the fields of objects in the order of the other one."""
    if isinstance(value, dict):
        old = other if isinstance(other, dict) else {}
        names = [*(name for name in old if name in value), *(name for name in value if name not in old)]
        return {name: _like(value[name], old.get(name)) for name in names}
    if isinstance(value, list):
        others = other if isinstance(other, list) else []
        return [_like(each, others[number] if number < len(others) else None) for number, each in enumerate(value)]
    return value


def _lines(text: str) -> list[str]:
    """The lines of a file, without empty ones and comments of a whole line."""
    return [line.rstrip() for line in text.splitlines() if not _LAYOUT.match(line)]


def _characters(lines: list[str]) -> int:
    return sum(len("".join(each.split())) for each in lines)


def endings() -> dict[str, str]:
    """By the id of an announcement, what the curator chose for the ids of its sources to end with."""
    pairs = (line.split() for line in (ANNOUNCEMENTS / "endings.txt").read_text(encoding="utf-8").splitlines())
    return {id: ending for id, ending in pairs}  # noqa: C416  (each line has two words)


def measured() -> Iterator[Typed]:
    """All announcements that there are notes of."""
    for id, ending in endings().items():
        own = ANNOUNCEMENTS / f"{id}.yaml"
        record, corpus = (own, CORPUS) if own.is_file() else (next(RECORDS.rglob(f"{id}.yaml")), RECORDS)
        yield measure(ANNOUNCEMENTS / f"{id}.txt", record, corpus, ending)


def show(found: Typed) -> None:
    sys.stdout.write(
        f"{found.id}: {found.lines} typed ({len(found.notes)} of notes, {len(found.edited)} edited, 1 command), "
        f"{len(found.finished)} finished, {len(found.made)} as made: {found.share:.0%}; "
        f"without lines of only an address {found.lines_without_addresses / len(found.finished):.0%}; "
        f"characters {found.share_of_characters:.0%}\n"
    )


def main() -> None:
    if len(sys.argv) > 2:
        record = Path(sys.argv[2])
        show(measure(Path(sys.argv[1]), record, RECORDS, "".join(sys.argv[3:4])))
        return
    for found in sorted(measured(), key=lambda each: -len(each.finished)):
        show(found)
    if FACTS.is_file():
        listed = {each["slug"] for each in yaml.safe_load(FACTS.read_text(encoding="utf-8"))}
        sys.stdout.write(f"of more.yaml: {len(listed & endings().keys())} of {len(listed)}\n")


if __name__ == "__main__":
    main()
